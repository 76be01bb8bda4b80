import { html } from 'hono/html';
import { callerUri } from '#domain/phone.ts';
import type { Html } from '../views/form-view.ts';

/** A number somebody gave us, as they wrote it, as a link that dials it. */
export const callerLink = (phone: string): Html => html`<a href="${callerUri(phone)}">${phone}</a>`;
