import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { bookCallPath } from '#domain/desk/paths.ts';
import { FIELDS } from '#domain/fields.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import type { WeekOfSlots } from '#domain/slots/weeks.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { type Html, textField } from '../../views/form-view.ts';
import { timesField } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { aboutCase, doOrNot } from './actions-view.ts';
import { turn } from './move-call-view.ts';

/** A call that staff are about to book for somebody, and a week of times it could have. */
export interface BookForThem {
  reference: string;
  kind: CallKind;
  caller: { name: string; phone: string; email: string | undefined };
  shown: WeekOfSlots;
  /** The instant it is, in milliseconds. */
  now: number;
  chosen?: number | undefined;
  topic?: string | undefined;
  faults: Readonly<Record<'start' | 'topic', string | undefined>>;
}

const told = (email: string | undefined): Html =>
  email === undefined
    ? html`<li><strong>They gave no email address, so nothing is sent to them.</strong> Tell them the time now.</li>`
    : html`<li>They get an email with the time at once, at ${email}, and an invitation for their calendar.</li>`;

/** What booking a call brings about, the times it could have, and the button that books it. */
export function bookForThemView(about: BookForThem): Html {
  const { reference, kind, caller, shown, now, chosen, topic, faults } = about;
  const path = bookCallPath(reference, kind);
  const name = CALL_NAMES[kind];
  const field = {
    legend: 'Which time did you agree on?',
    days: shown.week.days,
    today: wallClockAt(now).day,
    chosen,
    fault: faults.start,
  };
  return html`
${aboutCase(reference)}
<p class="lede">You are about to book a ${name} with ${caller.name}. We will ring ${callerLink(caller.phone)}.</p>
<ul class="case-will">
  ${told(caller.email)}
  <li>Staff get a notice, and staff calendars are updated.</li>
  <li>The times are those nobody has, inside our notice too: for one of those you will be asked once more.</li>
</ul>
<form method="post" action="${path}" novalidate>
  ${timesField({ kind, ...field })}
  <p class="actions">${turn(path, shown.earlier, 'Earlier times')}${turn(path, shown.later, 'Later times')}</p>
  ${textField({ name: 'topic', takes: { ...FIELDS.topic, called: 'what they would like to talk about' }, label: 'What would they like to talk about? (optional)', value: topic, fault: faults.topic, autocomplete: 'off' })}
  ${doOrNot(reference, `Book this ${name}`)}
</form>`;
}
