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

const short = (words: string) =>
  words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words;

/** A value as it can be shown in one line: long ones shortened, and words too many or too few counted. */
function received(value: unknown, issue: Issue): string {
  if (value === undefined || value === null) return 'nothing';
  const counted = issue.code === 'too_big' || issue.code === 'too_small';
  const count = typeof value === 'string' && counted ? ` (${value.length} characters)` : '';
  return `${short(JSON.stringify(value))}${count}`;
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
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((each) => each.slice(0, 1).map(expected)))].join(
        '; or ',
      );
    default:
      return issue.message;
  }
}

const valueAt = (data: unknown, path: Path) =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );

type Shape = Readonly<Record<PropertyKey, unknown>>;

/** The fields a schema knows, seen through what wraps it and whichever choice has any; undefined when it has none. */
function shapeOf(schema: unknown): Shape | undefined {
  if (schema === undefined) return undefined;
  const { shape, unwrap, options } = schema as {
    shape?: Shape;
    unwrap?: () => unknown;
    options?: readonly unknown[];
  };
  if (shape) return shape;
  if (Array.isArray(options)) return options.map(shapeOf).find((each) => each !== undefined);
  return unwrap ? shapeOf((schema as { unwrap: () => unknown }).unwrap()) : undefined;
}

/** What a list holds, and what a field is. */
const inside = (schema: unknown, key: PropertyKey) =>
  typeof key === 'number'
    ? (schema as { element?: unknown } | undefined)?.element
    : shapeOf(schema)?.[key];

/** The part of a schema that a path leads to; undefined where the schema has no such field. */
const schemaAt = (schema: unknown, path: Path) => path.reduce<unknown>(inside, schema);

/** What a schema says of itself, or what is wrapped in it does. */
function descriptionOf(schema: unknown): string | undefined {
  const { description, unwrap } = schema as { description?: string; unwrap?: () => unknown };
  if (description !== undefined || !unwrap) return description;
  return descriptionOf((schema as { unwrap: () => unknown }).unwrap());
}

/** What the schema says a field is for; nothing where it does not say. */
function purpose(schema: z.ZodType, path: Path): string {
  const at = path.length === 0 ? undefined : schemaAt(schema, path);
  const about = at === undefined ? undefined : descriptionOf(at);
  return about === undefined ? '' : ` ${about}`;
}

const nameOf = (path: Path) => path.map(String).join(' → ') || 'the file';

/** What was expected, as a sentence: a rule's own, or one made of what it names. */
const sentence = (words: string) =>
  `${/^\p{Lu}/u.test(words) ? words : `Expected ${words}`}`.replace(/\.?$/, '.');

function unknownField(schema: z.ZodType, data: unknown, issue: Issue, path: Path): string {
  const known = Object.keys(shapeOf(schemaAt(schema, issue.path)) ?? {});
  const instead = known.length > 0 ? `one of: ${known.join(', ')}` : 'only the fields it knows';
  return `${nameOf(path)}: received ${received(valueAt(data, path), issue)}. There is no such field; expected ${instead}.`;
}

/** Of a field that takes this or that, the choice that was meant, if its mistakes lie deeper than the field. */
const meantIn = ({ errors }: z.core.$ZodIssueInvalidUnion) =>
  errors.find((choice) =>
    choice.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );

function inWords(schema: z.ZodType, data: unknown, issue: Issue): string[] {
  const { path } = issue;
  const meant = issue.code === 'invalid_union' ? meantIn(issue) : undefined;
  if (meant) {
    return meant.flatMap((each) =>
      inWords(schema, data, { ...each, path: [...path, ...each.path] }),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(schema, data, issue, [...path, key]));
  }
  const value = received(valueAt(data, path), issue);
  return [
    `${nameOf(path)}: received ${value}. ${sentence(expected(issue))}${purpose(schema, path)}`,
  ];
}

/**
 * A line for each mistake `schema` finds in `data`, naming where it stands, the field, what was
 * received and what was expected. None when there is nothing to mend.
 */
export function faultsOf(where: string, schema: z.ZodType, data: unknown): string[] {
  const outcome = schema.safeParse(data);
  if (outcome.success) return [];
  return outcome.error.issues
    .flatMap((issue) => inWords(schema, data, issue))
    .map((words) => `${where}: ${words}`);
}

/** `data` as `schema` gives it back. Throws ContentError with the lines of `faultsOf`. */
export function checked<Schema extends z.ZodType>(
  where: string,
  schema: Schema,
  data: unknown,
): z.output<Schema> {
  const outcome = schema.safeParse(data);
  if (outcome.success) return outcome.data;
  throw new ContentError(faultsOf(where, schema, data).join('\n'));
}
