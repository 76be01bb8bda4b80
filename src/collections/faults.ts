import type * as z from 'zod';

/** A mistake in `content/`, said so that whoever edited the file can mend it. */
export class ContentError extends Error {
  override name = 'ContentError';
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const TYPES: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields below it',
};

const MOST_SHOWN = 80;

/** A value as it can be shown in one line: long ones shortened, words with their length. */
function received(value: unknown): string {
  if (value === undefined) return 'nothing';
  const shown = JSON.stringify(value);
  const short = shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown;
  return typeof value === 'string' ? `${short} (${value.length} characters)` : short;
}

const amount = (limit: number | bigint, origin: string) =>
  origin === 'string' ? `${limit} characters` : `${limit}`;

function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`;
    case 'too_small':
      return `at least ${amount(issue.minimum, issue.origin)}`;
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

const valueAt = (data: unknown, path: Path) =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );

/** What the schema says a field is for; nothing where it does not say. */
function purpose(schema: z.ZodType, path: Path): string {
  let at: unknown = schema;
  for (const key of path) {
    const shape = shapeOf(at);
    if (!shape || !(key in shape)) return '';
    at = shape[key];
  }
  const about = (at as z.ZodType).description;
  return about === undefined || path.length === 0 ? '' : ` ${about}`;
}

function shapeOf(schema: unknown): Record<PropertyKey, unknown> | undefined {
  const { shape, unwrap } = schema as {
    shape?: Record<PropertyKey, unknown>;
    unwrap?: () => unknown;
  };
  if (shape) return shape;
  return unwrap ? shapeOf((schema as { unwrap: () => unknown }).unwrap()) : undefined;
}

const nameOf = (path: Path) => path.map(String).join(' → ') || 'the file';

const sentence = (words: string) => words.replace(/\.?$/, '.');

function faultLines(file: string, schema: z.ZodType, data: unknown, issue: Issue): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeOf(issue.path.length === 0 ? schema : undefined) ?? {});
    return issue.keys.map((key) => {
      const value = received(valueAt(data, [...issue.path, key]));
      const instead = known.length > 0 ? `one of: ${known.join(', ')}` : 'only the fields it knows';
      return `${file}: ${nameOf([...issue.path, key])}: received ${value}. There is no such field; expected ${instead}.`;
    });
  }
  const value = received(valueAt(data, issue.path));
  return [
    `${file}: ${nameOf(issue.path)}: received ${value}. Expected ${sentence(expected(issue))}${purpose(schema, issue.path)}`,
  ];
}

/**
 * `data` as `schema` gives it back. Throws ContentError with a line for each mistake, naming the
 * file, the field, what was received and what was expected.
 */
export function checked<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  data: unknown,
): z.output<Schema> {
  const outcome = schema.safeParse(data);
  if (outcome.success) return outcome.data;
  const lines = outcome.error.issues.flatMap((issue) => faultLines(file, schema, data, issue));
  throw new ContentError(lines.join('\n'));
}
