import * as z from 'zod';
import { type BlockAsked, BlockSchema } from '#domain/blocks/block-form.ts';
import { STRANDED_PATH, TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import type { Fault } from '#domain/faults.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoClock } from '#domain/time/words.ts';
import { judgeBlockNow, setBlock } from '#services/availability/block-service.ts';
import { callsWithin } from '#services/availability/conflicting-bookings.ts';
import type { Call } from '../../http/handler.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { keepTyped, type PostRoute, takePost } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { blockForm, checkBlockView } from './block-view.ts';

const HEADING = 'Block an hour or a day';

function showForm(
  call: Call,
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
  return deskPage(call, filling, init);
}

/** The form that asks for time to block; `date` in the address is the day to begin with. */
export const showBlockForm = (call: Call): Promise<Response> =>
  showForm(call, { date: new URL(call.request.url).searchParams.get('date') ?? undefined });

const toMend = (errors: readonly Fault[]): Refusal => ({
  status: 422,
  detail: 'Fix what is listed and send it again.',
  errors,
});

/** The form's fields, and the step they are posted for: to see what the block changes, to change it, or to set it. */
const PostedSchema = BlockSchema.extend({ step: z.enum(['see', 'change', 'set']).default('see') });

type Posted = z.output<typeof PostedSchema>;

/** The fields that ask for a block, as its form writes them. */
const typedOf = ({ date, much, from, to, why }: BlockAsked): [string, string][] => [
  ['date', isoDate(date)],
  ['much', much],
  ...(from === undefined ? [] : [['from', isoClock(from)] as [string, string]]),
  ...(to === undefined ? [] : [['to', isoClock(to)] as [string, string]]),
  ...(why === undefined ? [] : [['why', why] as [string, string]]),
];

/** What the block would change; nothing is done. */
async function showCheck(call: DeskCall, asked: BlockAsked): Promise<Response | Refusal> {
  const { app } = call;
  const judged = await judgeBlockNow(app, app.database, asked);
  if (judged.outcome === 'unfit') return toMend(judged.faults);
  const live = checkBlockView({
    stretch: judged.stretch,
    why: asked.why,
    calls: await callsWithin(app, app.database, judged.stretch),
    typed: typedOf(asked),
    now: app.now().getTime(),
  });
  return deskPage(call, { heading: 'Block this time?', live });
}

async function set({ app, staff }: DeskCall, asked: BlockAsked): Promise<Response | Refusal> {
  const outcome = await setBlock(app, asked, staff);
  if (outcome.outcome === 'unfit') return toMend(outcome.faults);
  return seeOther(
    outcome.stranded.length > 0
      ? timesDonePath(STRANDED_PATH, 'blocked-with-calls')
      : timesDonePath(TIMES_PATH, 'blocked'),
  );
}

const STEPS: Readonly<
  Record<Posted['step'], (call: DeskCall, asked: BlockAsked) => Promise<Response | Refusal>>
> = {
  see: showCheck,
  change: (call, asked) => showForm(call, Object.fromEntries(typedOf(asked))),
  set,
};

const ROUTE: PostRoute<Posted> = {
  schema: PostedSchema,
  fromForm: (fields) => fields,
  formAgain: (call, typed, refusal) => showForm(call, typed, faultsIn(refusal), refusal),
};

/** Takes what the form holds: first the page that says what it changes, and from there the block itself. */
export const takeBlock = keepTyped(
  ROUTE,
  withStaff((call) =>
    takePost(ROUTE, (_, { value: { step, ...asked } }) => STEPS[step](call, asked))(call),
  ),
);
