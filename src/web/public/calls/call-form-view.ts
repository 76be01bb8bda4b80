import { html } from 'hono/html';
import { CALL_FIELDS } from '#domain/booking/answers.ts';
import { callPagePath } from '#domain/booking/call-words.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Line } from '#domain/settings/line.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { SlotDay } from '#domain/slots/weeks.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import {
  errorSummary,
  formMarks,
  type Html,
  hidden,
  textField,
  trap,
} from '../../views/form-view.ts';
import { callTime, noTimes, timesField } from '../../views/times-view.ts';
import { casePathOf, joinedKey } from '../joined-case.ts';

/**
 * The time of a call that is being asked for: one that is free, or one as somebody typed it while the
 * diary cannot be read, or others to choose between because it is not free.
 */
export type TimeOnForm =
  | { kind: 'chosen'; slot: Slot }
  | { kind: 'unread'; start: string | undefined }
  | { kind: 'others'; days: readonly SlotDay[] };

/** What stands in a call's form: values as typed, its time, the faults to show, and the timing token. */
export interface CallFormState {
  kind: CallKind;
  typed: Readonly<Record<string, unknown>>;
  time: TimeOnForm;
  faults: readonly Fault[];
  /** The instant it is, in milliseconds. */
  now: number;
  line: Line;
  /** The form's own id. */
  form: string;
  /** When it was shown, where that is to be judged by. */
  token?: string | undefined;
}

/** The details of a call, without its time. */
export type CallDetailsState = Pick<CallFormState, 'kind' | 'typed' | 'faults'>;

/** What was typed into one field, as text. */
export const typedText = (typed: CallFormState['typed'], name: string): string | undefined =>
  typed[name] === undefined ? undefined : [typed[name]].flat().map(String).join(', ');

const chosenTime = ({ now }: CallFormState, slot: Slot): Html => html`
  <p class="chosen-time">${callTime(slot, now)}</p>
  ${hidden('start', isoInstant(slot.start))}`;

const otherTimes = ({ kind, faults, now, line }: CallFormState, days: readonly SlotDay[]): Html =>
  days.length === 0
    ? noTimes(line)
    : timesField({
        kind,
        days,
        today: wallClockAt(now).day,
        fault: faultOf(faults, 'start'),
      });

function timeOf(state: CallFormState): Html {
  const { time } = state;
  if (time.kind === 'chosen') return chosenTime(state, time.slot);
  return time.kind === 'unread' ? hidden('start', time.start) : otherTimes(state, time.days);
}

function fieldsOf({ kind, typed, faults }: CallDetailsState): Html {
  const words = (name: keyof typeof FIELDS) => ({
    name,
    takes: FIELDS[name],
    value: typedText(typed, name),
    fault: faultOf(faults, name),
  });
  const needed = kind === 'discovery-call';
  const label = (words: string) => (needed ? words : `${words} (optional)`);
  return html`
  ${textField({ ...words('name'), label: 'Your name', required: true })}
  ${textField({ ...words('phone'), label: 'Your phone number', hint: 'We will ring you on this number.', required: true })}
  ${textField({ ...words('email'), label: label('Your email address'), hint: needed ? 'We will send the invitation here, with a link to change the call.' : 'If you give one, we will send you the time and a link to change it.', required: needed })}
  ${textField({ ...words('organisation'), label: label('Organisation'), required: needed })}
  ${textField({ ...words('topic'), label: 'What would you like to talk about? (optional)', hint: 'Please don’t include details about the people you work with.' })}`;
}

/** The page the form is on: below the case that the call joins, if it joins one. */
const pageOf = ({ kind, typed }: CallFormState) => callPagePath(kind, casePathOf(joinedKey(typed)));

function wayToTimes({ time }: CallFormState): string | undefined {
  if (time.kind === 'chosen') return 'Choose another time';
  return time.kind === 'others' && time.days.length > 0 ? 'See every free time' : undefined;
}

/** After the form's own button, which Enter must press; in a post, so that nothing typed is lost. */
function toTimes(state: CallFormState): Html {
  const label = wayToTimes(state);
  return label
    ? html`<button class="button quiet" formaction="${pageOf(state)}?change=start">${label}</button>`
    : html``;
}

/** The details of a call whose time is chosen, or is to be chosen again; posted to the page that checks them. */
export const callForm = (state: CallFormState): Html => html`
<form method="post" action="${pageOf(state)}" novalidate>
  ${timeOf(state)}
  ${fieldsOf(state)}
  ${hidden('case', joinedKey(state.typed))}
  ${trap()}
  ${formMarks(state)}
  <p class="actions"><button class="button">Check your answers</button> ${toTimes(state)}</p>
</form>`;

/** The details of a call that is booked, to be corrected; posted to the page itself. */
export const correctCallForm = (state: CallDetailsState, casePath: string): Html => html`
<form method="post" novalidate>
  ${fieldsOf(state)}
  <p class="actions"><button class="button">Save the correction</button> <a class="button quiet" href="${casePath}">Leave it as it is</a></p>
</form>`;

const SHOWN: readonly string[] = ['start', ...CALL_FIELDS];

/** What stands above a call's form when it comes back, in the form's order; what has no field leads nowhere. */
export const callFaults = (faults: readonly Fault[]): Html =>
  errorSummary(
    faults
      .map(({ field, message }) => ({ field: SHOWN.includes(field) ? field : '', message }))
      .sort((one, other) => SHOWN.indexOf(one.field) - SHOWN.indexOf(other.field)),
  );
