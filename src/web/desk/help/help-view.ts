import { html } from 'hono/html';
import {
  AUDIT_PATH,
  CASES_PATH,
  DATA_REQUESTS_PATH,
  DESK_PATH,
  DIARY_PATH,
  NEW_CASE_PATH,
  NEW_COMPLAINT_PATH,
  NUMBERS_PATH,
  UNUSUAL_PATH,
} from '#domain/desk/paths.ts';
import { CALENDARS_PATH, TIMES_PATH } from '#domain/desk/times.ts';
import type { Html } from '../../views/form-view.ts';

/** What to do when, each with where it is done. */
const HELP: readonly (readonly [when: string, what: Html])[] = [
  [
    'You begin the day',
    html`Look at <a href="${DESK_PATH}">Today</a> from the top: what cannot wait comes first. Then look at the calls of the day in the <a href="${DIARY_PATH}">Diary</a>.`,
  ],
  [
    'Someone rings',
    html`<a href="${CASES_PATH}">Find them</a> by name, the last six digits of their number, or part of a reference. If they are new, <a href="${NEW_CASE_PATH}">write down a new case</a>.`,
  ],
  [
    'You have rung or written',
    html`Note the outcome at the case. “Nobody answered” leaves it waiting. After “We spoke” it rests for three working days, or until the date you give. A date that is set is in the form already: it stays unless you type another.`,
  ],
  [
    'They ask you to ring later',
    html`Choose “Look at it again later” at the case. It comes back on Today on that day, and is under “Coming up” there two weeks before.`,
  ],
  [
    'It is over',
    html`Note “Not now”, “Not for us” or what fits, or close the case. It opens again by itself if they get in touch.`,
  ],
  [
    'Someone else works on the same case',
    html`If they have changed meanwhile what your page would write over, it says so, saves nothing yet, and keeps what you typed.`,
  ],
  [
    'You noted the wrong thing',
    html`Undo the latest outcome, or change or remove a note, at the case. If it belongs to another case, move the note there, or give that case’s reference as you undo the outcome: nothing has to be typed again. The words of an outcome that is undone can be removed in the timeline.`,
  ],
  [
    'Two cases are about the same matter',
    html`Join them at either case, whether they are one person’s or those of colleagues. Each keeps its own link, and is answered, printed and erased by itself.`,
  ],
  [
    'You cannot take calls',
    html`Block the time under <a href="${TIMES_PATH}">Times</a>. Calls that are in the way are listed, and you can offer their people other times.`,
  ],
  [
    'You can take calls after all on one of the days that are blocked or closed',
    html`Choose “Take out one day” beside it under <a href="${TIMES_PATH}">Times</a>. That day is open again, and the others stay as they are. “Remove” takes all of them.`,
  ],
  [
    'Much more comes in than usual',
    html`You get an email. <a href="${UNUSUAL_PATH}">Unusual hours</a> shows what came in, and you can undo it at once.`,
  ],
  [
    'Your own calendar is full',
    html`<a href="${CALENDARS_PATH}">Give us its secret address</a>, and times at which you are busy are not offered. We read times and nothing else.`,
  ],
  [
    'Someone asks what we hold, or to change or erase it',
    html`<a href="${DATA_REQUESTS_PATH}">Data requests</a> says how, step by step, and finds it. It may come by telephone or by email, in any words, to any of us.`,
  ],
  [
    'Someone complains',
    html`It stands first on Today, with the day by which to answer: 30 days from the day it came, warned from day 20. At the case, note how far it has got or the outcome, and whether they are told by email, by telephone or by letter. If they complain in another way than on the website, <a href="${NEW_COMPLAINT_PATH}">write it down</a> with the day on which it came: the 30 days count from that day.`,
  ],
  [
    'They told you about someone else',
    html`Choose “Remove words” at the case, and enter the name or the details, one on each line. You see every place before anything is taken out. Delete emails and downloads that have them by hand.`,
  ],
  [
    'It must be kept, but not used',
    html`Put the case on hold, with why and a date: when someone disputes what we hold, objects, or needs it kept. Nothing erases it and nobody is written to until you take the hold off.`,
  ],
  [
    'You want to know what was done',
    html`<a href="${AUDIT_PATH}">Audit</a> says who did what, and <a href="${NUMBERS_PATH}">Numbers</a> how much there was and how soon we answered.`,
  ],
];

/** How the desk works, on one screen. */
export const helpView = (): Html => html`
<dl class="answers desk-help">${HELP.map(([when, what]) => html`<div><dt>${when}</dt><dd>${what}</dd></div>`)}</dl>
<p>Nothing is sent to anybody unless the page says so before you press. Nothing changes until you press a button.</p>`;
