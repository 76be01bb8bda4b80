import * as z from 'zod';
import { CommitUnknownError, causeOf, DatabaseUnavailableError } from '#data/errors.ts';
import { type Fault, type FieldsRead, faultsOf, faultsWith, fieldsRead } from '#domain/faults.ts';
import { FORM_FIELD, looksAutomatic, SHOWN_FIELD, TRAP_FIELD } from '#domain/forms/automatic.ts';
import type { Identity } from '#services/cases/idempotency.ts';
import { countPost, type TooManyPosts } from '#services/limits/rate-limit.ts';
import { addressOf } from './connection-address.ts';
import { formIdOf } from './form-id.ts';
import { ringUs } from './limit-refusal.ts';
import { refuse, UNAVAILABLE, UNKNOWN } from './refuse.ts';
import { type Body, type Fields, readBody } from './request-body.ts';
import { problem, type Refusal, toFix } from './responses.ts';
import { ageOfForm } from './timing-token.ts';
import type { WebContext } from './web-app.ts';

/** How one route reads its posts. */
export interface PostRoute<Value> {
  schema: z.ZodType<Value>;
  /** The post itself says enough, so it may come without a body. */
  mayBeEmpty?: boolean;
  /** A form's fields as the schema takes them. */
  fromForm(fields: Fields): Fields;
  /**
   * What more is wrong with those fields that can be read, where the schema refuses others: what only the clock or the
   * database can say, such as that a date is over. Without it a person would hear of that after fixing the rest.
   */
  faultsBeside?(
    c: WebContext,
    fields: FieldsRead<Value>,
  ): readonly Fault[] | Promise<readonly Fault[]>;
  /** The form again, with everything typed still in it and what to fix. */
  formAgain(c: WebContext, typed: Fields, refusal: Refusal): Promise<Response>;
}

/** The post of a page on which nothing is typed. */
export const NothingTyped = z.strictObject({});

/** A post that may be acted on. */
export interface Accepted<Value> {
  from: 'json' | 'form';
  value: Value;
  /** The fields as they came, without those that only say how they came. */
  typed: Fields;
  /** It looks automatic: nobody is told of it, and nothing is claimed, until it is sent once more. */
  automatic: boolean;
  /** The id of the form it came from; a new one for a post that came with none. */
  form: string;
  idempotencyKey: string | undefined;
}

/** What tells a post from another one: its key, or its form with the address and number it gives. */
export const identityOf = ({
  idempotencyKey,
  form,
  value: { email, phone },
}: Accepted<{ email?: string | undefined; phone?: string | undefined }>): Identity =>
  idempotencyKey === undefined
    ? { by: 'form', form, email, phone }
    : { by: 'key', key: idempotencyKey };

/** What to do with a post that may be acted on: an answer, or a reason to refuse it after all. */
export type Act<Value> = (c: WebContext, post: Accepted<Value>) => Promise<Response | Refusal>;

type ReadBody = Exclude<Body, { kind: 'refused' }>;

const TOO_MANY: Readonly<Record<TooManyPosts['from'], string>> = {
  connection: 'A lot has been sent from your connection in the last minute.',
  everyone: 'A lot is being sent to us in this minute.',
};

const tooMany = ({ var: { app } }: WebContext, { from, seconds }: TooManyPosts): Refusal => ({
  status: 429,
  detail: `${TOO_MANY[from]} Wait ${seconds} seconds, then send it again. ${ringUs(app)}.`,
  saysNumber: true,
  headers: { 'retry-after': String(seconds) },
});

/** What is posted at the desk is kept apart from what everyone posts: a flood must not stop staff at their work. */
const ofEveryone = ({ req }: WebContext) => !req.path.startsWith('/desk/');

/** An Idempotency-Key that came before with another body. */
export const KEY_REUSED: Refusal = {
  status: 422,
  detail: 'This Idempotency-Key came before with another body. Use a new key for a new request.',
};

const KEY_FAULT: Refusal = {
  status: 400,
  detail: 'An Idempotency-Key has 1 to 255 printable ASCII characters.',
};

/** Why a post that met an unavailable database is not answered; the log has the cause, and no words of it. */
function unavailable(c: WebContext, error: DatabaseUnavailableError): Refusal {
  c.var.app.log(`A post was not answered: the database is unavailable (${causeOf(error)}).`);
  return error instanceof CommitUnknownError ? UNKNOWN : UNAVAILABLE;
}

const isKeyFit = (key: string | null) => key === null || /^[\x20-\x7e]{1,255}$/.test(key);

/** Whether a post looks automatic. Only a form is judged by its age, and only where it says when it was shown. */
const isAutomatic = ({ var: { app } }: WebContext, { kind, fields }: ReadBody) =>
  looksAutomatic({
    trap: fields[TRAP_FIELD],
    age:
      kind === 'form'
        ? ageOfForm(fields[SHOWN_FIELD], app.environment.LINK_SECRET, app.now())
        : undefined,
  });

/** Everything that is wrong with what the schema refuses. */
async function allFaults<Value>(
  c: WebContext,
  { schema, faultsBeside }: PostRoute<Value>,
  given: Fields,
  error: z.ZodError,
): Promise<readonly Fault[]> {
  const others = await faultsBeside?.(c, fieldsRead(schema, given));
  return faultsWith(schema, faultsOf(error), others ?? []);
}

async function check<Value>(
  c: WebContext,
  route: PostRoute<Value>,
  body: ReadBody,
): Promise<Accepted<Value> | Refusal> {
  const { kind, fields } = body;
  const post = { address: addressOf(c), ofEveryone: ofEveryone(c) };
  const over = await countPost(c.var.app, post);
  if (over) return tooMany(c, over);
  const key = c.req.raw.headers.get('idempotency-key');
  if (!isKeyFit(key)) return KEY_FAULT;
  const { [TRAP_FIELD]: _trap, [SHOWN_FIELD]: _shown, [FORM_FIELD]: _form, ...own } = fields;
  const given = kind === 'form' ? route.fromForm(own) : own;
  const checked = route.schema.safeParse(given);
  if (!checked.success) return toFix(await allFaults(c, route, given, checked.error));
  return {
    from: kind,
    value: checked.data,
    typed: own,
    automatic: isAutomatic(c, body),
    form: formIdOf(c.var.app, fields),
    idempotencyKey: key ?? undefined,
  };
}

async function attempt<Value>(
  c: WebContext,
  route: PostRoute<Value>,
  act: Act<Value>,
  body: ReadBody,
) {
  try {
    const accepted = await check(c, route, body);
    return 'status' in accepted ? accepted : await act(c, accepted);
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return unavailable(c, error);
    throw error;
  }
}

/** The form again or, where it cannot be shown because the database is away, the refusal alone: it says what is so. */
async function shownAgain<Value>(
  c: WebContext,
  route: PostRoute<Value>,
  { fields }: ReadBody,
  refusal: Refusal,
): Promise<Response> {
  try {
    return await route.formAgain(c, fields, refusal);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error;
    return refuse(c.req.raw, refusal);
  }
}

/**
 * Reads, counts and checks a post, and acts on it. Whatever stands in the way is answered with its
 * own status: problem details for JSON, and for a form the form again, everything typed still in it.
 */
export const postForm =
  <Value>(route: PostRoute<Value>, act: Act<Value>) =>
  async (c: WebContext): Promise<Response> => {
    const body = await readBody(c.req.raw, route.mayBeEmpty);
    if (body.kind === 'refused') return refuse(c.req.raw, body);
    // One try has one id, so that a form that comes back carries the one its try was made under.
    body.fields[FORM_FIELD] = formIdOf(c.var.app, body.fields);
    const outcome = await attempt(c, route, act, body);
    if (outcome instanceof Response) return outcome;
    return body.kind === 'json' ? problem(outcome) : shownAgain(c, route, body, outcome);
  };

/**
 * `respond` for a route that looks something up before it reads the post: while the database is away,
 * the post is read all the same, and what was typed is shown again.
 */
export const keepTyped =
  <Value>(route: PostRoute<Value>, respond: (c: WebContext) => Promise<Response>) =>
  async (c: WebContext): Promise<Response> => {
    try {
      return await respond(c);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError) || c.req.raw.bodyUsed) throw error;
      return postForm(route, async () => unavailable(c, error))(c);
    }
  };
