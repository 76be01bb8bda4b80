import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import { type Undelivered, undeliveredInWords } from '#domain/desk/digest.ts';
import { UNUSUAL_PATH } from '#domain/desk/paths.ts';
import { CALENDARS_PATH } from '#domain/desk/times.ts';
import type { Today } from '#services/desk/today.ts';
import type { Html } from '../../views/form-view.ts';
import { failingInWords } from '../calendars/calendars-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { entry, list, nameLink, type Part, refOf } from './today-part.ts';
export const mail = ({ mail: halted }: Today): Part => ({
  id: 'mail',
  heading: 'No mail goes out',
  short: halted ? 'no mail goes out' : undefined,
  pressing: true,
  body: html`<p>The mail service refuses this site (“${halted?.why}”). ${counted(halted?.waiting ?? 0, 'message is waiting', 'messages are waiting')}, to be sent once it accepts us again. Nothing is thrown away meanwhile. If you look after this site, check that its key and its sender address are still good.</p>`,
});

export const unusual = ({ unusual: all }: Today): Part => ({
  id: 'unusual',
  heading: 'An unusual hour',
  short: all.length > 0 ? counted(all.length, 'unusual hour', 'unusual hours') : undefined,
  pressing: true,
  body: html`<p>More came in within an hour than is usual. <a href="${UNUSUAL_PATH}">See what came in</a>, and undo it if it was a flood.</p>`,
});

function lost(one: Undelivered): Html {
  const { reference, audience, phone } = one;
  const to = audience === 'staff' ? 'staff' : 'the enquirer';
  const ring = audience === 'enquirer' && phone;
  const key = reference ? nameLink({ ...one, reference }) : 'About no enquiry';
  return entry(key, reference ? refOf({ ...one, reference }) : '', [
    undeliveredInWords(one, to),
    ...(ring ? [html`They gave the number ${callerLink(phone)}.`] : []),
  ]);
}

export const undelivered = ({ undelivered: all, undeliveredDays }: Today): Part => ({
  id: 'undelivered',
  heading: 'Not delivered',
  short: all.length > 0 ? `${all.length} not delivered` : undefined,
  pressing: true,
  body: html`<p>These messages did not arrive, and will not be tried again. Contact these people another way, and note the outcome at the case. It then leaves this list, as it does after ${undeliveredDays} days.</p>
${list(all.map(lost))}`,
});

export const calendars = ({ calendars: all, now }: Today): Part => ({
  id: 'calendars',
  heading: 'Calendars that cannot be read',
  short:
    all.length > 0
      ? counted(all.length, 'calendar cannot be read', 'calendars cannot be read')
      : undefined,
  body: html`<p>We look there when staff are busy, and try again whenever someone looks at times. Whose it is can <a href="${CALENDARS_PATH}">give the address again</a>.</p>
${list(all.map((one) => entry(html`<span class="as-typed">${one.staff}</span>`, '', [failingInWords(one, now)])))}`,
});
