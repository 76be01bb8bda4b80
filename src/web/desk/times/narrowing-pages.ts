import {
  CONFLICTING_PATH,
  changeNarrowingPath,
  dayOutPath,
  NARROWING_PATHS,
  TIMES_PATH,
  timesDonePath,
} from '#domain/desk/times.ts';
import type { Fault } from '#domain/faults.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { hasDayToTakeOut } from '#domain/narrowings/day-out.ts';
import { fieldsOf, NARROWING_SCHEMAS, type Posted } from '#domain/narrowings/narrowing-form.ts';
import { allSeenOf } from '#domain/narrowings/narrowing-seen.ts';
import { whenInSentence, whyInBrackets } from '#domain/narrowings/narrowing-words.ts';
import { narrowingIn, postedFaults } from '#domain/narrowings/validate-narrowing.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { App } from '#services/app.ts';
import { horizonOf, todayOf } from '#services/availability/line-hours.ts';
import {
  checkNarrowing,
  narrowingById,
  previewNarrowing,
  setNarrowing,
} from '#services/availability/narrowing-service.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import { seenIn, withoutSeen } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { NARROWING_HEADINGS, narrowingForm } from './narrowing-view.ts';
import { checkNarrowingView } from './preview-view.ts';
import { purgeLine } from './purge-line.ts';

const idIn = ({ req }: WebContext): string | undefined => req.param('id');

const GONE = timesDonePath(TIMES_PATH, 'gone');

/** The next Good Friday, which staff look for most when they say "until Easter". */
function easterInWords(app: App): string | undefined {
  const today = todayOf(app);
  const day = Object.entries(app.site.bankHolidays)
    .filter(([, name]) => name === 'Good Friday')
    .map(([date]) => dayFromIso(date) ?? 0)
    .find((each) => each >= today);
  return day === undefined
    ? undefined
    : `For “until Easter”: Good Friday is ${dayInWords(day, today)}.`;
}

const actionOf = (kind: NarrowingKind, id: string | undefined) =>
  id === undefined ? NARROWING_PATHS[kind] : changeNarrowingPath({ kind, id });

/** What a form shows. */
interface Shown {
  typed: Fields;
  faults?: readonly Fault[];
  /** Where one of its days is taken out instead. */
  dayOut?: string | undefined;
  /** What is set, as the page that led here had it. */
  seen?: string | undefined;
}

function showForm(
  c: WebContext,
  kind: NarrowingKind,
  { typed, faults = [], dayOut, seen }: Shown,
  init?: PageInit,
): Promise<Response> {
  const id = idIn(c);
  const heading = NARROWING_HEADINGS[kind][id === undefined ? 'set' : 'change'];
  const filling = {
    title: faults.length > 0 ? `Error: ${heading}` : heading,
    heading,
    above: errorSummary(faults),
    live: narrowingForm({
      kind,
      action: actionOf(kind, id),
      typed,
      faults,
      dates: easterInWords(c.var.app),
      dayOut,
      seen,
    }),
  };
  return deskPage(c, filling, init);
}

/** What a form says of what is set, as it is now: which it was shown with, and where one of its days is taken out. */
const asSet = ({ var: { app } }: WebContext, set: Narrowing) => ({
  seen: allSeenOf(set),
  dayOut: hasDayToTakeOut(set, todayOf(app)) ? dayOutPath(set) : undefined,
});

/** Fields as a form holds them: what comes more than once is a list. */
function typedOf(fields: readonly (readonly [name: string, value: string])[]): Fields {
  const weekdays = fields.flatMap(([name, value]) => (name === 'weekdays' ? [value] : []));
  return { ...Object.fromEntries(fields), ...(weekdays.length > 0 && { weekdays }) };
}

/** The form that sets something, or changes what is set; `from` in the address is the day to begin with. */
export const showNarrowingForm = (kind: NarrowingKind) =>
  withStaff(async (c) => {
    const id = idIn(c);
    if (id === undefined) {
      return showForm(c, kind, {
        typed: { from: new URL(c.req.url).searchParams.get('from') ?? undefined },
      });
    }
    const set = await narrowingById(c.var.app, id);
    if (set?.kind !== kind) return seeOther(GONE);
    return showForm(c, kind, { typed: typedOf(fieldsOf(set)), ...asSet(c, set) });
  });

/** That what is set was changed after the page was shown, and the form again to change it after all. */
function showMeanwhile(c: WebContext, kind: NarrowingKind, typed: Fields, was: Narrowing) {
  const when = whenInSentence(was, todayOf(c.var.app));
  const message = `This was changed after the page was shown, so nothing was changed now. It is set for ${when}${whyInBrackets(was)}. Below is what you typed: send it again if that is still to be set.`;
  const shown = { typed, faults: [{ field: '', message }], ...asSet(c, was) };
  return showForm(c, kind, shown, { status: 409 });
}

/** A form that was posted, as it was read and as it was typed. */
interface Read {
  posted: Posted;
  typed: Fields;
}

/** What it would change; nothing is done. */
async function showCheck(
  c: DeskContext,
  kind: NarrowingKind,
  { posted, typed }: Read,
): Promise<Response | Refusal> {
  const { app } = c.var;
  const id = idIn(c);
  const asked = { kind, posted, id, seen: seenIn(typed) };
  const judged = await checkNarrowing(app, app.database, asked);
  if (judged.outcome === 'gone') return seeOther(GONE);
  if (judged.outcome === 'meanwhile') return showMeanwhile(c, kind, typed, judged.was);
  if (judged.outcome === 'unfit') return toFix(judged.faults);
  const { narrowing } = judged;
  const was = id === undefined ? undefined : await narrowingById(app, id);
  const live = checkNarrowingView({
    narrowing,
    was,
    action: actionOf(kind, id),
    typed: fieldsOf(narrowing),
    preview: await previewNarrowing(app, { before: was, after: [narrowing] }),
    horizon: horizonOf(app),
    hours: hoursInWords(app.site.settings.line.hours),
    now: app.now().getTime(),
  });
  return deskPage(c, { heading: `${NARROWING_HEADINGS[kind][was ? 'change' : 'set']}?`, live });
}

async function set(
  c: DeskContext,
  kind: NarrowingKind,
  { posted, typed }: Read,
): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  const id = idIn(c);
  const outcome = await setNarrowing(app, { kind, posted, id, seen: seenIn(typed) }, staff);
  if (outcome.outcome === 'gone') return seeOther(GONE);
  if (outcome.outcome === 'meanwhile') return showMeanwhile(c, kind, typed, outcome.was);
  if (outcome.outcome === 'unfit') return toFix(outcome.faults);
  purgeLine(c);
  const done = id === undefined ? 'set' : 'changed';
  return seeOther(
    outcome.conflicting > 0
      ? timesDonePath(CONFLICTING_PATH, `${done}-with-calls`)
      : timesDonePath(TIMES_PATH, done),
  );
}

type Step = (c: DeskContext, kind: NarrowingKind, read: Read) => Promise<Response | Refusal>;

const STEPS: Readonly<Record<Posted['step'], Step>> = {
  see: showCheck,
  change: async (c, kind, { posted, typed }) =>
    showForm(c, kind, {
      typed: typedOf(fieldsOf(narrowingIn(kind, posted, ''))),
      seen: seenIn(typed),
    }),
  set,
};

/** A form's fields as the schema takes them: one box that is ticked comes alone. */
const fromForm = ({ weekdays, ...fields }: Fields): Fields => ({
  ...withoutSeen(fields),
  ...(weekdays !== undefined && { weekdays: [weekdays].flat() }),
});

/** Takes what a form holds: first the page that says what it changes, and from there the change itself. */
export function takeNarrowing(kind: NarrowingKind) {
  const route: PostRoute<Posted> = {
    schema: NARROWING_SCHEMAS[kind],
    fromForm,
    faultsBeside: async (c, { read, unread }) => {
      const { app } = c.var;
      const id = idIn(c);
      const set = id === undefined ? undefined : await narrowingById(app, id);
      const when = { now: app.now().getTime(), begun: set?.from };
      return postedFaults(when, kind, read, unread);
    },
    formAgain: (c, typed, refusal) =>
      showForm(c, kind, { typed, faults: faultsIn(refusal), seen: seenIn(typed) }, refusal),
  };
  return keepTyped(
    route,
    withStaff((c) =>
      postForm(route, (_, { value: posted, typed }) =>
        STEPS[posted.step](c, kind, { posted, typed }),
      )(c),
    ),
  );
}
