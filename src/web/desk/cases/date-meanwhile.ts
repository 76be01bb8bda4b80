import type { FieldValues } from '#domain/cases/changes.ts';
import type { DateSet } from '#domain/desk/follow-up.ts';
import { dayOfDate, isoDate } from '#domain/time/day.ts';
import { dayInWords } from '#domain/time/words.ts';
import { todayOf } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { writtenOver } from '#services/cases/meanwhile.ts';
import { dateSetBy, readDateSet, seenOf } from '#services/desk/follow-up.ts';
import type { Fields } from '../../http/request-body.ts';
import { seenIn, withoutSeen } from '../../http/seen.ts';
import { meanwhileForm } from '../../views/meanwhile-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { type ActPage, showActMeanwhile } from './action-form.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';

/** What became of the date to look at a case again since a page was shown with the one that was `seen`. */
function doneTo(set: DateSet | undefined, seen: string | undefined): string {
  if (!set) return 'took the follow-up date away';
  return seen === seenOf(undefined) ? 'set a follow-up date' : 'changed the follow-up date';
}

/** Who did what to the date meanwhile, and what it is now. */
async function readMeanwhile({ var: { app } }: DeskContext, found: Case, seen: string | undefined) {
  const set = await readDateSet(app, found);
  return { set, by: await dateSetBy(app, found), done: doneTo(set, seen) };
}

/** A form about the date of a case that was posted: what it would leave, and all that was typed into it. */
interface DatePosted {
  page: ActPage;
  button: string;
  /** The day that was typed, if one was; a form without a field for it ends the date. */
  day?: number | undefined;
  ends?: boolean;
  posted: Fields;
}

const valuesOf = (day: number | undefined): FieldValues =>
  day === undefined ? {} : { followUp: isoDate(day) };

/** The form again after somebody set another date meanwhile, or took it away: which it is now, and what was typed. */
export async function showDateMeanwhile(
  c: DeskContext,
  found: Case,
  { page, button, day, ends = false, posted }: DatePosted,
): Promise<Response> {
  const { set, by, done } = await readMeanwhile(c, found, seenIn(posted));
  const values = { now: valuesOf(set?.day), typed: valuesOf(day) };
  const changed = { ...writtenOver(values, by), seen: seenOf(set) };
  const again = meanwhileForm(changed, {
    ...DETAILS_MEANWHILE,
    done,
    label: () => 'Look at it again on',
    value: (_, date) => dayInWords(dayOfDate(String(date)), todayOf(c.var.app)),
    ...(ends && { nothing: 'it goes with this' }),
    button,
  });
  return showActMeanwhile(page)(c, withoutSeen(posted), again);
}

/** The same in a sentence, of a page on which nothing is typed: `undone` is what was not done. */
export async function dateMeanwhileInWords(
  c: DeskContext,
  found: Case,
  { seen, undone }: { seen: string | undefined; undone: string },
): Promise<string> {
  const { set, by = 'Somebody', done } = await readMeanwhile(c, found, seen);
  const now = set ? ` It is ${dayInWords(set.day, todayOf(c.var.app))} now.` : '';
  return `${by} ${done} after this page was shown, so ${undone}.${now}`;
}
