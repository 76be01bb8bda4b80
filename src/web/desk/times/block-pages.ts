import * as z from 'zod';
import { type BlockRequest, BlockSchema } from '#domain/blocks/block-form.ts';
import { STRANDED_PATH, TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import type { Fault } from '#domain/faults.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoClock } from '#domain/time/words.ts';
import { checkBlock, setBlock } from '#services/availability/block-service.ts';
import { callsWithin } from '#services/availability/conflicting-bookings.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { blockForm, checkBlockView } from './block-view.ts';

const HEADING = 'Block an hour or a day';

function showForm(
  c: WebContext,
  typed: Fields,
  faults: readonly Fault[] = [],
  init?: PageInit,
): Promise<Response> {
  const filling = {
    title: faults.length > 0 ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: errorSummary(faults),
    live: blockForm({ typed, faults }),
  };
  return deskPage(c, filling, init);
}

/** The form that asks for time to block; `date` in the address is the day to begin with. */
export const showBlockForm = (c: WebContext): Promise<Response> =>
  showForm(c, { date: new URL(c.req.url).searchParams.get('date') ?? undefined });

/** The form's fields, and the step they are posted for: to see what the block changes, to change it, or to set it. */
const PostedSchema = BlockSchema.extend({ step: z.enum(['see', 'change', 'set']).default('see') });

type Posted = z.output<typeof PostedSchema>;

/** The fields that ask for a block, as its form writes them. */
const typedOf = ({ date, much, from, to, why }: BlockRequest): [string, string][] => [
  ['date', isoDate(date)],
  ['much', much],
  ...(from === undefined ? [] : [['from', isoClock(from)] as [string, string]]),
  ...(to === undefined ? [] : [['to', isoClock(to)] as [string, string]]),
  ...(why === undefined ? [] : [['why', why] as [string, string]]),
];

/** What the block would change; nothing is done. */
async function showCheck(c: DeskContext, asked: BlockRequest): Promise<Response | Refusal> {
  const { app } = c.var;
  const judged = await checkBlock(app, app.database, asked);
  if (judged.outcome === 'unfit') return toFix(judged.faults);
  const live = checkBlockView({
    stretch: judged.stretch,
    why: asked.why,
    calls: await callsWithin(app, app.database, judged.stretch),
    typed: typedOf(asked),
    now: app.now().getTime(),
  });
  return deskPage(c, { heading: 'Block this time?', live });
}

async function set(
  { var: { app, staff } }: DeskContext,
  asked: BlockRequest,
): Promise<Response | Refusal> {
  const outcome = await setBlock(app, asked, staff);
  if (outcome.outcome === 'unfit') return toFix(outcome.faults);
  return seeOther(
    outcome.stranded.length > 0
      ? timesDonePath(STRANDED_PATH, 'blocked-with-calls')
      : timesDonePath(TIMES_PATH, 'blocked'),
  );
}

const STEPS: Readonly<
  Record<Posted['step'], (c: DeskContext, asked: BlockRequest) => Promise<Response | Refusal>>
> = {
  see: showCheck,
  change: (c, asked) => showForm(c, Object.fromEntries(typedOf(asked))),
  set,
};

const ROUTE: PostRoute<Posted> = {
  schema: PostedSchema,
  fromForm: (fields) => fields,
  formAgain: (c, typed, refusal) => showForm(c, typed, faultsIn(refusal), refusal),
};

/** Takes what the form holds: first the page that says what it changes, and from there the block itself. */
export const takeBlock = keepTyped(
  ROUTE,
  withStaff((c) => postForm(ROUTE, (_, { value: { step, ...asked } }) => STEPS[step](c, asked))(c)),
);
