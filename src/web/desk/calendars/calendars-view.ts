import { html } from 'hono/html';
import { calendarFailureInWords } from '#domain/calendars/calendar-reading.ts';
import { CALENDARS_PATH, REMOVE_CALENDAR_PATH } from '#domain/desk/times.ts';
import type { Fault } from '#domain/faults.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { CalendarOfStaff, FailingCalendar } from '#services/calendars/staff-calendars.ts';
import { type Html, textField } from '../../views/form-view.ts';
import { flashView } from '../flash-view.ts';

/** The calendars of staff, seen by one of them; `now` is in milliseconds. */
interface CalendarsView {
  done: string | undefined;
  staff: string;
  calendars: readonly CalendarOfStaff[];
  callsAtOnce: number;
  now: number;
}

/** What the last reading of a calendar that fails is still good for. */
export function failingInWords(calendar: FailingCalendar, now: number): string {
  const { why, readAt, standsUntil, stands } = calendar;
  const last = `It was last read on ${instantInWords(readAt, now)}`;
  return stands
    ? `${calendarFailureInWords(why)} ${last}, and what it said then counts until ${instantInWords(standsUntil, now)}.`
    : `${calendarFailureInWords(why)} ${last}, too long ago to count: they are taken to be free.`;
}

function stateIn(calendar: CalendarOfStaff, now: number): string {
  if (calendar.state === 'none') return 'No calendar: always taken to be free.';
  if (calendar.state === 'read') return `Read on ${instantInWords(calendar.readAt, now)}.`;
  return failingInWords(calendar, now);
}

const item = (calendar: CalendarOfStaff, { staff, now }: CalendarsView): Html => html`
<li class="times-block"><span><b class="as-typed">${calendar.staff}</b>${calendar.staff === staff ? ' (you)' : ''}<br> ${calendar.state === 'failing' ? html`<strong>It cannot be read.</strong> ` : ''}${stateIn(calendar, now)}</span>
${calendar.staff === staff && calendar.state !== 'none' ? html`<span class="times-acts"><a href="${REMOVE_CALENDAR_PATH}">Remove<span class="visually-hidden"> your calendar</span></a></span>` : ''}</li>`;

/** When a time is offered, from how many are on the list and how many calls are taken at once. */
function ruleInWords({ calendars: { length }, callsAtOnce }: CalendarsView): string {
  if (length <= callsAtOnce) {
    return length === 1
      ? 'You are the only one on the staff list, so a time at which you are busy is not offered.'
      : 'A time is offered while everyone on the staff list is free.';
  }
  const free = callsAtOnce === 1 ? 'one of you is' : `${callsAtOnce} of you are`;
  return `There are ${length} people on the staff list. A time is offered while at least ${free} free.`;
}

const WHERE: readonly (readonly [program: string, where: string])[] = [
  [
    'Google',
    'In Settings, choose your calendar, then “Integrate calendar”. Copy “Secret address in iCal format”.',
  ],
  [
    'Outlook',
    'In Settings, choose Calendar, then “Shared calendars”. Publish your calendar (“Can view when I’m busy” is enough) and copy the ICS link.',
  ],
  ['Apple', 'In iCloud Calendar, share your calendar as a public calendar, and copy its link.'],
];

/** The form that gives one’s own calendar. An address that is kept is a secret, and is never shown; `typed` was not kept. */
export const calendarForm = (faults: readonly Fault[], typed?: string): Html => html`
<p>We keep the times at which you are busy, and nothing else: no titles, no places, no people. The address is kept encrypted, and once it is kept nobody is shown it, you neither. Nothing is written into your calendar.</p>
<form method="post" action="${CALENDARS_PATH}">
  ${textField({
    name: 'address',
    label: 'The secret address of your calendar',
    value: typed,
    hint: 'It begins with https:// or webcal://. We read the calendar at once, and keep the address only if that can be done.',
    fault: faults.find(({ field }) => field === 'address')?.message,
    autocomplete: 'off',
    required: true,
  })}
  <p class="actions"><button class="button">Read my calendar from now on</button></p>
</form>
<h2>Where you find the address</h2>
<dl class="answers">${WHERE.map(([program, where]) => html`<div><dt>${program}</dt><dd>${where}</dd></div>`)}</dl>`;

/** Whose calendars are read, how each is, what counts, and the form. */
export const calendarsView = (view: CalendarsView): Html => html`
${flashView(view.done)}
<p class="lede">When your own calendar says that you are busy, you are not counted as free for calls.</p>
<p>${ruleInWords(view)} Calls that are booked already stay as they are.</p>
<ul class="times-blocks">${view.calendars.map((each) => item(each, view))}</ul>
<p class="hint">Calendars are read again when someone looks at times and the last reading is more than 15 minutes old, and once more when a time is booked. Events marked as free do not count, nor do events that you declined. Tentative events do, and so do whole days unless they are marked as free.</p>
<h2>${view.calendars.some(({ staff, state }) => staff === view.staff && state !== 'none') ? 'Give another address' : 'Give your calendar'}</h2>
${calendarForm([])}`;

/** What removing one’s own calendar changes, and the button that does it. */
export const removeCalendarView = (): Html => html`
<p class="lede">Your calendar is not read any more, and you are always taken to be free.</p>
<ul class="case-will">
  <li>Its address and the times that were read from it are deleted at once.</li>
  <li>Calls that are booked stay as they are. Nobody is sent anything.</li>
  <li>The audit says that you did it.</li>
</ul>
<form method="post">
  <p class="actions"><button class="button">Remove it</button> <a class="button quiet" href="${CALENDARS_PATH}">Keep it</a></p>
</form>`;
