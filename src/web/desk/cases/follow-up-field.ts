import { html } from 'hono/html';
import { closedDayInWords, followUpFault } from '#domain/desk/follow-up.ts';
import { type FieldsRead, faultOf } from '#domain/faults.ts';
import { spanOfDays } from '#domain/narrowings/narrowing-words.ts';
import { dayOfDate, isoDate } from '#domain/time/day.ts';
import { dayInWords } from '#domain/time/words.ts';
import { type FollowUpDates, readFollowUpDates, seenOf } from '#services/desk/follow-up.ts';
import { textIn } from '../../http/request-body.ts';
import type { WebContext } from '../../http/web-app.ts';
import { type Html, hidden, textField } from '../../views/form-view.ts';
import type { ActForm } from './actions-view.ts';

/** The day by the usual rule, as it follows "it is". */
export const usualInWords = (dates: FollowUpDates | undefined): string =>
  dates
    ? `${dayInWords(dates.usual, dates.today)}, in three working days`
    : 'in three working days';

/** The date that is set, as it follows "Set:", and who set it; nothing where none is. */
export const setInWords = (dates: FollowUpDates | undefined): string | undefined =>
  dates?.set &&
  `${dayInWords(dates.set.day, dates.today)}, by ${dates.isTyped ? dates.set.actor : 'the usual rule'}`;

/** That the date which is set ends with an act, and how to keep it; nothing where none is set. */
export function dateGoes(dates: FollowUpDates | undefined, keep: string): string {
  const set = setInWords(dates);
  return set === undefined ? '' : ` The date that is set goes: ${set}. ${keep}`;
}

/** The same as a hint says it, with what is so if the line is closed on that day. */
function setInHint(dates: FollowUpDates | undefined): string {
  if (!dates?.set) return '';
  const closed = closedDayInWords(dates.times, dates.set.day, dates.today);
  return `Set: ${setInWords(dates)}. ${closed}`.trim();
}

/** More are not looked through while somebody talks. */
const MOST_CLOSURES = 3;

/** On which days to come the line is closed by what staff have set: a date among them is seen before it is saved. */
function closedAhead(dates: FollowUpDates | undefined): string {
  if (!dates) return '';
  const { times, today } = dates;
  const ahead = times.line.closures.filter(({ to }) => dayOfDate(to) > today);
  const spans = ahead.slice(0, MOST_CLOSURES).map((span) => spanOfDays(span, today));
  return spans.length === 0 ? '' : `The line is closed ${spans.join('; ')}.`;
}

/** What is in the field: what was typed, or the date that somebody set when the form is first shown. */
function dateIn({ typed, dates }: ActForm): string | undefined {
  if (Object.keys(typed).length > 0) return textIn(typed, 'followUp');
  return dates?.set && dates.isTyped ? isoDate(dates.set.day) : undefined;
}

/** The date that a form shows, or that none is set, as the form says it was shown with. */
export const dateSeen = ({ typed, dates }: ActForm): Html =>
  hidden('seen', dates ? seenOf(dates.set) : textIn(typed, 'seen'));

/**
 * The field for the date to look at a case again. The date that is set is said, and is in it where somebody typed it, so
 * that it stays unless another is typed; with it goes what the form was shown with.
 */
export function followUpField(state: ActForm, label: string, hint: string): Html {
  const { faults, dates } = state;
  return html`${textField({
    name: 'followUp',
    type: 'date',
    label,
    hint: [setInHint(dates), hint, closedAhead(dates)].filter(Boolean).join(' '),
    value: dateIn(state),
    fault: faultOf(faults, 'followUp'),
  })}${dateSeen(state)}`;
}

/** What is wrong with a follow-up date, said with whatever else is to be fixed; `over` is said of one that does not lie ahead. */
export const followUpBeside =
  (over?: string) =>
  ({ var: { app } }: WebContext, { read }: FieldsRead<{ followUp?: number | undefined }>) => {
    const fault = followUpFault(read.followUp, app.now().getTime(), over);
    return fault ? [fault] : [];
  };

/** The form of an act with the dates of the case of a request in it. What was typed is shown without them where they cannot be read. */
export const withDates =
  (form: (state: ActForm) => Html) =>
  async (state: ActForm, { var: { app, found } }: WebContext): Promise<Html> => {
    const reading = found && readFollowUpDates(app, found);
    return form({ ...state, dates: await reading?.catch(() => undefined) });
  };
