import { isBlank } from '#domain/clean.ts';

/** The most a post may hold, in bytes (docs/api.md). */
export const BODY_LIMIT = 64 * 1024;

/** Values as they came: from JSON anything, from a form text or, where a name repeats, a list of text. */
export type Fields = Record<string, unknown>;

/** What came for a name as one text; nothing where it did not. */
export function textIn(fields: Readonly<Fields>, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

export type Body =
  | { kind: 'json' | 'form'; fields: Fields; raw: string }
  | { kind: 'refused'; status: 400 | 415; detail: string };

/** A post that holds more than BODY_LIMIT bytes. */
export const TOO_LARGE = {
  status: 413,
  detail: 'It is more than 64 KiB. Shorten it and send it again.',
} as const;

const WRONG_TYPE = {
  kind: 'refused',
  status: 415,
  detail: 'Send this as application/json or as an HTML form (application/x-www-form-urlencoded).',
} as const;

const malformed = (detail: string) => ({ kind: 'refused', status: 400, detail }) as const;

function parseJson(raw: string): Body {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { kind: 'json', fields: Object.assign(Object.create(null), value), raw };
    }
    return malformed('Send a JSON object with a value for each field.');
  } catch {
    return malformed('This is not valid JSON. Check the quotes, commas and brackets.');
  }
}

function parseForm(raw: string): Body {
  const fields: Fields = Object.create(null);
  const given = [...new URLSearchParams(raw)].filter(([, value]) => !isBlank(value));
  for (const [name, pairs] of Map.groupBy(given, ([named]) => named)) {
    const values = pairs.map(([, value]) => value);
    fields[name] = values.length === 1 ? values[0] : values;
  }
  return { kind: 'form', fields, raw };
}

const PARSERS: Record<string, (raw: string) => Body> = {
  'application/json': parseJson,
  'application/x-www-form-urlencoded': parseForm,
};

/** The media type of a request's body, without parameters, in lower case. */
export const mediaType = (request: Request) =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/**
 * Reads a post as JSON or a form; what it cannot read is refused, never thrown.
 * One that `mayBeEmpty` may come without a body or a type, and says then what an empty object says.
 */
export async function readBody(request: Request, mayBeEmpty = false): Promise<Body> {
  const parse = PARSERS[mediaType(request) || (mayBeEmpty ? 'application/json' : '')];
  if (!parse) return WRONG_TYPE;
  const bytes = await request.arrayBuffer();
  if (mayBeEmpty && bytes.byteLength === 0)
    return parse === parseForm ? parseForm('') : parseJson('{}');
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return malformed('This is not valid UTF-8 text. Send it again as UTF-8.');
  }
}
