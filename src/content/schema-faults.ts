import type * as z from 'zod';
import type { Fault } from './checks/fault.ts';
import { refuse } from './faults.ts';
import { fieldWords } from './field-words.ts';
import { nearest } from './nearest.ts';
import { type Dependent, dependsOn, fieldsAt, type Path, purposeAt } from './schema-shape.ts';

type Issue = z.core.$ZodIssue;

/** Where data stands: its file, the line of each field in it, and the component it is written in, if one. */
export interface Place {
  readonly file: string;
  readonly lineOf: (path: Path) => number | undefined;
  readonly component?: string;
  /** What stands at a path as it was typed, where that may differ from what was read. */
  readonly typedAt?: (path: Path) => string | undefined;
}

/** Data no file holds, such as what is typed into a form. */
const NOWHERE: Place = { file: '', lineOf: () => undefined };

const step = (key: PropertyKey) => (typeof key === 'number' ? `number ${key + 1}` : String(key));

/** A field by the names files have, such as “menu → label”. */
export const fieldName = (path: Path): string => `“${path.map(step).join(' → ')}”`;

function nameOf(path: Path, { component }: Place): string {
  const name = path.length === 0 ? 'What stands here' : fieldName(path);
  return component === undefined ? name : `${name} in <${component}>`;
}

const valueAt = (data: unknown, path: Path) =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );

/** Of several things a value could be, the one it came nearest to: its mistakes lie deepest. */
function nearestOption(issue: z.core.$ZodIssueInvalidUnion): Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length));
  const deepest = issue.errors.toSorted((one, other) => depth(other) - depth(one))[0] ?? [];
  if (depth(deepest) > 0) {
    return deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  const values = issue.errors.flat().flatMap((each) => ('values' in each ? each.values : []));
  return values.length === 0
    ? [{ ...issue, code: 'custom', message: issue.errors[0]?.[0]?.message ?? issue.message }]
    : [{ code: 'invalid_value', values, path: issue.path, message: '' }];
}

const flat = (issues: readonly Issue[]): Issue[] =>
  issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? flat(nearestOption(issue)) : [issue],
  );

/** A purpose as the end of a sentence: "Add it: what search results say under the title." */
const lowered = (about: string) =>
  /^\p{Lu}\p{Ll}/u.test(about) ? `${about.charAt(0).toLowerCase()}${about.slice(1)}` : about;

/** What to write instead, and what the field is for. */
function withPurpose(instead: string, about: string): string {
  if (about.startsWith('Write')) return about;
  if (/^(?:Add it|Fill it in)\.$/.test(instead))
    return `${instead.slice(0, -1)}: ${lowered(about)}`;
  if (/^(?:Shorten|Say)/.test(instead)) return `${instead} It is ${lowered(about)}`;
  return `${instead} ${about}`;
}

/** Where a field is; what is written in a component’s tag is no field of its file. */
const at = (place: Place, path: Path): Pick<Fault, 'where' | 'line' | 'field'> => ({
  where: place.file,
  line: place.lineOf(path),
  field: place.component === undefined && path.length > 0 ? path : undefined,
});

/** A field that goes with other values of the one that decides which fields there are. */
function otherField(place: Place, path: Path, { on, values }: Dependent, chosen: unknown): Fault {
  const now = chosen === undefined ? `without “${on}”` : `with ${on}: ${String(chosen)}`;
  const take = chosen === undefined ? '' : 'Take it out, or write ';
  return {
    ...at(place, path),
    wrong: `${nameOf(path, place)} does not go ${now}.`,
    instead: `${take || 'Write '}“${on}” as one of: ${values.join(', ')}.`,
  };
}

function unknownField(schema: z.ZodType, place: Place, data: unknown, path: Path): Fault {
  const dependent = dependsOn(schema, path);
  if (dependent) {
    const chosen = valueAt(data, [...path.slice(0, -1), dependent.on]);
    return otherField(place, path, dependent, chosen);
  }
  const known = fieldsAt(schema, path.slice(0, -1));
  const meant = nearest(String(path.at(-1)), known);
  const all =
    known.length === 0 ? 'Take it out.' : `Take it out, or write one of: ${known.join(', ')}.`;
  return {
    ...at(place, path),
    wrong: `There is no ${nameOf(path, place)}.`,
    instead: meant === undefined ? all : `Did you mean “${meant}”? Otherwise take it out.`,
  };
}

/** What would be wrong with a value were it read as the words that were typed: nobody is advised what is refused. */
function stillWrong(schema: z.ZodType, data: unknown, path: Path, typed: string) {
  const copy = structuredClone(data);
  const last = path.at(-1);
  const holder = valueAt(copy, path.slice(0, -1));
  if (last === undefined || typeof holder !== 'object' || holder === null) return undefined;
  Reflect.set(holder, last, typed);
  const issues = flat(schema.safeParse(copy).error?.issues ?? []);
  return issues.find((issue) => issue.path.join('\n') === path.join('\n'));
}

function knownField(schema: z.ZodType, place: Place, data: unknown, issue: Issue): Fault {
  const value = valueAt(data, issue.path);
  const typed = place.typedAt?.(issue.path);
  const asWords = issue.code === 'invalid_type' && issue.expected === 'string';
  const inQuotes = asWords && typed !== undefined && typeof value !== 'string';
  const again = inQuotes ? stillWrong(schema, data, issue.path, typed) : undefined;
  const name = nameOf(issue.path, place);
  const { wrong } = fieldWords(issue, name, value, typed);
  const { instead } = again
    ? fieldWords(again, name, typed)
    : fieldWords(issue, name, value, typed);
  const about = purposeAt(schema, issue.path);
  return {
    ...at(place, issue.path),
    wrong,
    instead: about === undefined ? instead : withPurpose(instead, about),
  };
}

/** Everything `schema` finds wrong with `data`, as anyone who wrote it reads it. None when there is nothing to fix. */
export function schemaFaults(place: Place, schema: z.ZodType, data: unknown): Fault[] {
  const outcome = schema.safeParse(data);
  if (outcome.success) return [];
  const issues = flat(outcome.error.issues);
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  // A field under a wrong name is also missing under the right one; once is enough.
  const meant = new Set(
    unknown.map((path) =>
      [...path.slice(0, -1), nearest(String(path.at(-1)), fieldsAt(schema, path.slice(0, -1)))]
        .map(String)
        .join('\n'),
    ),
  );
  const missing = ({ path }: Issue) =>
    valueAt(data, path) === undefined && meant.has(path.map(String).join('\n'));
  return [
    ...unknown.map((path) => unknownField(schema, place, data, path)),
    ...issues
      .filter((issue) => issue.code !== 'unrecognized_keys' && !missing(issue))
      .map((issue) => knownField(schema, place, data, issue)),
  ];
}

/** What `schema` says against one value; undefined when there is nothing to fix. */
export function valueFault(schema: z.ZodType, value: unknown): Fault | undefined {
  return schemaFaults(NOWHERE, schema, value)[0];
}

/** `data` as `schema` gives it back. Throws ContentError with everything to fix. */
export function checked<Schema extends z.ZodType>(
  place: Place,
  schema: Schema,
  data: unknown,
): z.output<Schema> {
  refuse(schemaFaults(place, schema, data));
  return schema.parse(data);
}
