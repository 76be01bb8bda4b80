import { isMap, isScalar, isSeq } from 'yaml';
import { endOf, type Field, lineAfter, lines, marginOf, startOf } from './places.ts';
import type { Splice } from './splices.ts';
import { isEmpty, isFields, isList, type Value } from './value.ts';
import { fieldLines, isCompact, onOneLine } from './write-value.ts';

/** How the fields around a field are written, which is how it will be. */
export interface Manner {
  /** Inside `{ }`. */
  readonly inFlow: boolean;
  /** With fields of their own inside `{ }`. */
  readonly compact: boolean;
}

/** Whether a value stands on the lines below its name. */
function goesBelow(value: Value, { inFlow, compact }: Manner): boolean {
  if (inFlow) return false;
  if (isList(value)) return value.length > 0;
  return isFields(value) && !isEmpty(value) && !(compact && isCompact(value));
}

/** Puts another value in the place of a field’s. */
export function replacedField(text: string, field: Field, now: Value, manner: Manner): Splice[] {
  const { key, value } = field;
  const colon = text.indexOf(':', key.range?.[1] ?? 0) + 1;
  const stoodBelow = (isSeq(value) || isMap(value)) && !value.flow;
  const removed = stoodBelow
    ? lines(text, startOf(value), endOf(text, value))
    : { start: colon, end: Math.max(colon, endOf(text, value)) };
  if (goesBelow(now, manner)) {
    const [, ...below] = fieldLines('', now, marginOf(text, key)).split(/(?<=\n)/);
    if (stoodBelow) return [{ ...removed, text: below.join('') }];
    const next = lineAfter(text, removed.end);
    return [
      { ...removed, text: '' },
      { start: next, end: next, text: below.join('') },
    ];
  }
  const put = ` ${onOneLine(now, manner.inFlow, isScalar(value) ? value : undefined)}`;
  if (!stoodBelow) return [{ ...removed, text: put }];
  return [
    { start: colon, end: colon, text: put },
    { ...removed, text: '' },
  ];
}
