import { html } from 'hono/html';
import { CALL_FIELDS } from '#domain/booking/answers.ts';
import { callPagePath } from '#domain/booking/call-words.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import {
  errorSummary,
  formMarks,
  type Html,
  hidden,
  textField,
  trap,
} from '../../views/form-view.ts';
import { privacyNoticeView } from '../../views/privacy-notice-view.ts';
import { callTime, nearestTimesField, noTimes } from '../../views/times-view.ts';
import { casePathOf, joinedKey } from '../joined-case.ts';

/**
 * The time of a call that is being asked for: one that is free, or one as somebody typed it while the
 * diary cannot be read, or others to choose between because it is not free.
 */
export type TimeOnForm =
  | { kind: 'chosen'; slot: Slot }
  | { kind: 'unread'; start: string | undefined }
  | { kind: 'others'; slots: readonly Slot[]; wanted: number | undefined };

/** The field by which a form of other times says which was wanted first, so that its day is kept where none of them is chosen. */
export const WANTED_FIELD = 'wanted';

/** What stands in a call's form: values as typed, its time, the faults to show, and the timing token. */
export interface CallFormState {
  kind: CallKind;
  typed: Readonly<Record<string, unknown>>;
  time: TimeOnForm;
  faults: readonly Fault[];
  /** The instant it is, in milliseconds. */
  now: number;
  settings: Pick<Settings, 'line' | 'calls' | 'identity' | 'privacy' | 'retention'>;
  /** Where no time is free, the whole days ahead on which nobody can ring either. */
  closed?: string | undefined;
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

/** The page the form is on: below the case that the call joins, if it joins one. */
const pageOf = ({ kind, typed }: CallFormState) => callPagePath(kind, casePathOf(joinedKey(typed)));

const CHECK = 'Check your answers';

/** To the times, in a post, so that nothing typed is lost. */
const toTimes = (state: CallFormState, look: string, label: Html | string): Html =>
  html`<button class="${look}" formaction="${pageOf(state)}?change=start">${label}</button>`;

/** Enter presses the first button of a form, which must not be the one that changes the time. */
const enterChecks = (): Html =>
  html`<button class="visually-hidden" tabindex="-1" aria-hidden="true">${CHECK}</button>`;

const chosenTime = (state: CallFormState, slot: Slot): Html => html`
  ${enterChecks()}
  <p class="chosen-time">${callTime(slot, state.now)} ${toTimes(state, 'button-link', html`Change<span class="visually-hidden"> the time</span>`)}</p>
  ${hidden('start', isoInstant(slot.start))}`;

const otherTimes = (
  { kind, typed, faults, now, closed = '', settings: { line, calls } }: CallFormState,
  { slots, wanted }: Extract<TimeOnForm, { kind: 'others' }>,
): Html =>
  slots.length === 0
    ? noTimes(line, closed, `${casePathOf(joinedKey(typed))}enquire/`)
    : html`${nearestTimesField({ kind, calls, now, fault: faultOf(faults, 'start') }, slots)}
  ${hidden(WANTED_FIELD, wanted === undefined ? undefined : isoInstant(wanted))}`;

function timeOf(state: CallFormState): Html {
  const { time } = state;
  if (time.kind === 'chosen') return chosenTime(state, time.slot);
  return time.kind === 'unread' ? hidden('start', time.start) : otherTimes(state, time);
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

/** After the form's own button. */
const everyTime = (state: CallFormState): Html =>
  state.time.kind === 'others' && state.time.slots.length > 0
    ? toTimes(state, 'button quiet', 'See every free time')
    : html``;

/** The details of a call whose time is chosen, or is to be chosen again; posted to the page that checks them. */
export const callForm = (state: CallFormState): Html => html`
<form method="post" action="${pageOf(state)}" novalidate>
  ${timeOf(state)}
  ${fieldsOf(state)}
  ${hidden('case', joinedKey(state.typed))}
  ${trap()}
  ${formMarks(state)}
  ${privacyNoticeView(state.settings, 'call')}
  <p class="actions"><button class="button">${CHECK}</button> ${everyTime(state)}</p>
</form>`;

/** The details of a call that is booked, to be corrected; posted to the page itself. */
export const correctCallForm = (
  state: CallDetailsState & Pick<CallFormState, 'settings'>,
  casePath: string,
): Html => html`
<form method="post" novalidate>
  ${fieldsOf(state)}
  ${hidden('seen', typedText(state.typed, 'seen'))}
  ${privacyNoticeView(state.settings, 'call')}
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
