import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { lengthInWords } from '#domain/time/words.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';

/** A time inside our notice that staff chose, where the form goes that asks for it, and its button. */
interface ShortNotice {
  kind: CallKind;
  start: number;
  /** The form's own address, which also leads back to the times. */
  back: string;
  button: string;
  /** What else the form held. */
  topic?: string | undefined;
  seen?: string | undefined;
  /** What is said first. */
  above?: Html;
}

/** The page that says a time is inside our notice, and has the button that takes it all the same. */
export function askIfSure(
  c: DeskContext,
  { kind, start, back, button, topic, seen, above }: ShortNotice,
): Promise<Response> {
  const { app } = c.var;
  const { calls } = app.site.settings;
  const slot = { start, end: start + calls.minutes * MINUTE };
  const heading = 'This is inside our notice';
  const live = html`${above}
<p class="lede">You chose ${callTime(slot, app.now().getTime())}. The public books a ${CALL_NAMES[kind]} with ${lengthInWords(calls.notice[kind])} of notice, counted while the line is open.</p>
<p class="case-means">Make sure that one of us knows and can ring then. Nothing is booked or moved yet.</p>
<form method="post" action="${back}">
  ${hidden('start', isoInstant(start))}${hidden('topic', topic)}${hidden('seen', seen)}${hidden('sure', 'yes')}
  <p class="actions"><button class="button">${button}</button> <a class="button quiet" href="${back}">Choose another time</a></p>
</form>`;
  return deskPage(c, { heading, live });
}
