import type { YAMLMap } from 'yaml';
import { endOf, type Field, lineAfter, lineStart, marginOf, nameOf, startOf } from './places.ts';
import type { Splice } from './splices.ts';
import type { Fields } from './value.ts';
import { fieldLines } from './write-value.ts';

/** A line that only waits for its value, as in "# email:". */
const waitingFor = (name: string, margin: number) =>
  new RegExp(`^ {${margin}}# ?${name}:[ \\t]*(?:\\n|$)`, 'm');

/** The field before which none of `names` that come earlier stands, when there is one. */
function fieldBefore(fields: readonly Field[], names: readonly string[], name: string) {
  const before = names.slice(0, names.indexOf(name));
  return fields.findLast((field) => before.includes(nameOf(field)));
}

/** Puts the field `name` of `now` where its form has it; `map` is null in a file without fields. */
export function addedField(text: string, map: YAMLMap | null, now: Fields, name: string): Splice {
  const fields = (map?.items ?? []) as Field[];
  const first = fields[0]?.key;
  const margin = first ? marginOf(text, first) : 0;
  const put = fieldLines(name, now[name], margin);
  const waiting = waitingFor(name, margin).exec(text);
  if (waiting) return { start: waiting.index, end: waiting.index + waiting[0].length, text: put };
  const last = fieldBefore(fields, Object.keys(now), name);
  if (!last && first) {
    const start = lineStart(text, startOf(first));
    return { start, end: start, text: put };
  }
  const at = last ? lineAfter(text, endOf(text, last.value ?? last.key)) : text.length;
  const newLine = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return { start: at, end: at, text: newLine + put };
}
