import { html } from 'hono/html';
import { TIMES_PATH } from '#domain/desk/times.ts';
import type { Html } from '../views/form-view.ts';

/** What staff are told when no time is free at all: the public is asked to ring. */
export const noTimesForStaff = (): Html => html`
<p class="lede">No time is free, as far ahead as calls can be booked.</p>
<p><a href="${TIMES_PATH}">See the days that can be booked, and what is set</a></p>`;
