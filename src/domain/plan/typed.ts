import { cleanLine } from '../clean.ts';
import { isLevel, LEVELS, type Level } from './levels.ts';

/** The planner's form as somebody filled it in, every value as it was typed and cleaned; empty where nothing was. */
export interface Typed {
  people: string;
  rhythm: string;
  sessions: string;
  groups: string;
  levels: Partial<Record<Level, string>>;
  /** Rows that name no level, or one that was named before. */
  strayRows: string[];
}

const SINGLE = ['people', 'rhythm', 'sessions', 'groups'] as const;

/** Whether the query says nothing about a plan: the form is being opened for the first time. */
export const saysNothing = (query: URLSearchParams): boolean =>
  [...SINGLE, 'row'].every((name) => !query.has(name));

const readSingle = (query: URLSearchParams) => {
  const value = (name: (typeof SINGLE)[number]) => cleanLine(query.get(name) ?? '');
  return {
    people: value('people'),
    rhythm: value('rhythm'),
    sessions: value('sessions'),
    groups: value('groups'),
  };
};

/** What was typed, from the query of the planner's address; of a value given twice, the first. */
export function readTyped(query: URLSearchParams): Typed {
  const levels: Typed['levels'] = {};
  const strayRows: string[] = [];
  for (const row of query.getAll('row')) {
    const [level = '', ...number] = row.split(':');
    if (isLevel(level) && levels[level] === undefined) levels[level] = cleanLine(number.join(':'));
    else strayRows.push(row);
  }
  return { ...readSingle(query), levels, strayRows };
}

/** The query that says what was typed, people or rows first; what is empty is left out. */
export function writeTyped({ levels, strayRows, ...single }: Typed): string {
  const rows = LEVELS.map((level) => [`row=${level}:`, levels[level] ?? ''] as const);
  const stray = strayRows.map((row) => ['row=', row] as const);
  const [people, ...others] = SINGLE.map((name) => [`${name}=`, single[name]] as const);
  return [...(people ? [people] : []), ...rows, ...stray, ...others]
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => name + encodeURIComponent(value))
    .join('&');
}

/**
 * The form sends a field for each level, empty or not. When `query` is the form's, the same in the
 * words of the planner's address: a row for each level that was filled in, and nothing that was not.
 */
export function fromForm(query: URLSearchParams): string | undefined {
  if (!LEVELS.some((level) => query.has(level))) return undefined;
  const levels = Object.fromEntries(
    LEVELS.map((level) => [level, cleanLine(query.get(level) ?? '')]),
  );
  return writeTyped({ ...readSingle(query), levels, strayRows: [] }) || 'people=';
}
