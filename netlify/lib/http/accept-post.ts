import type * as z from 'zod';
import { type Fault, faultsOf } from '#domain/faults.ts';
import { DatabaseUnavailableError } from '../database.ts';
import { type Call, refuse, UNAVAILABLE } from '../handler.ts';
import { countPost } from '../rate-limit.ts';
import { isTooFast } from '../timing-token.ts';
import { problem, type Refusal } from './answer.ts';
import { type Body, type Fields, readBody } from './body.ts';

/** How one route reads its posts. */
export interface PostRoute<Value> {
  schema: z.ZodType<Value>;
  /** The post itself says enough, so it may come without a body. */
  mayBeEmpty?: boolean;
  /** A form's fields as the schema takes them. */
  fromForm(fields: Fields): Fields;
  /** The form again, with everything typed still in it and what to mend. */
  formAgain(call: Call, typed: Fields, refusal: Refusal): Promise<Response>;
}

/** A post that may be acted on. `suspicious` ones look automatic: they are kept, in quarantine. */
export interface Accepted<Value> {
  from: 'json' | 'form';
  value: Value;
  suspicious: boolean;
  idempotencyKey: string | undefined;
}

/** What to do with a post that may be acted on: an answer, or a reason to refuse it after all. */
export type Act<Value> = (call: Call, post: Accepted<Value>) => Promise<Response | Refusal>;

type ReadBody = Exclude<Body, { kind: 'refused' }>;

const tooMany = (seconds: number): Refusal => ({
  status: 429,
  detail: `There have been many posts from your connection. Wait ${seconds} seconds and send it again.`,
  headers: { 'retry-after': String(seconds) },
});

/** An Idempotency-Key that came before with another body. */
export const KEY_REUSED: Refusal = {
  status: 422,
  detail: 'This Idempotency-Key came before with another body. Use a new key for a new request.',
};

const KEY_FAULT: Refusal = {
  status: 400,
  detail: 'An Idempotency-Key has 1 to 255 printable ASCII characters.',
};

const toMend = (errors: readonly Fault[]): Refusal => ({
  status: 422,
  detail: 'Mend what is listed and send it again.',
  errors,
});

const isKeyFit = (key: string | null) => key === null || /^[\x20-\x7e]{1,255}$/.test(key);

const addressOf = ({ context }: Call) => context.ip ?? 'unknown';

const isFilledIn = ({ website }: Fields) => website !== undefined && website !== '';

/** Whether a form came back sooner than a person types; JSON is not judged on speed (service contract, section 4). */
const cameTooFast = ({ app }: Call, { kind, fields: { t } }: ReadBody) =>
  kind === 'form' &&
  isTooFast(typeof t === 'string' ? t : undefined, app.environment.LINK_SECRET, app.now());

async function check<Value>(
  call: Call,
  route: PostRoute<Value>,
  body: ReadBody,
): Promise<Accepted<Value> | Refusal> {
  const { kind, fields } = body;
  const seconds = await countPost(call.app, addressOf(call));
  if (seconds !== undefined) return tooMany(seconds);
  const key = call.request.headers.get('idempotency-key');
  if (!isKeyFit(key)) return KEY_FAULT;
  const { website: _trap, t: _token, ...own } = fields;
  const checked = route.schema.safeParse(kind === 'form' ? route.fromForm(own) : own);
  if (!checked.success) return toMend(faultsOf(checked.error));
  return {
    from: kind,
    value: checked.data,
    suspicious: isFilledIn(fields) || cameTooFast(call, body),
    idempotencyKey: key ?? undefined,
  };
}

async function attempt<Value>(
  call: Call,
  route: PostRoute<Value>,
  act: Act<Value>,
  body: ReadBody,
) {
  try {
    const accepted = await check(call, route, body);
    return 'status' in accepted ? accepted : await act(call, accepted);
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return UNAVAILABLE;
    throw error;
  }
}

/**
 * Reads, counts and checks a post, and acts on it. Whatever stands in the way is answered with its
 * own status: problem details for JSON, and for a form the form again, everything typed still in it.
 */
export const takePost =
  <Value>(route: PostRoute<Value>, act: Act<Value>) =>
  async (call: Call): Promise<Response> => {
    const body = await readBody(call.request, route.mayBeEmpty);
    if (body.kind === 'refused') return refuse(call.request, body);
    const outcome = await attempt(call, route, act, body);
    if (outcome instanceof Response) return outcome;
    return body.kind === 'json' ? problem(outcome) : route.formAgain(call, body.fields, outcome);
  };

/**
 * `respond` for a route that looks something up before it reads the post: while the database is away,
 * the post is read all the same, and what was typed is shown again.
 */
export const keepTyped =
  <Value>(route: PostRoute<Value>, respond: (call: Call) => Promise<Response>) =>
  async (call: Call): Promise<Response> => {
    try {
      return await respond(call);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError) || call.request.bodyUsed) throw error;
      return takePost(route, async () => UNAVAILABLE)(call);
    }
  };
