import { isMap, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { addedField } from './add-field.ts';
import { aligned } from './align.ts';
import { endOf, type Field, lineStart, lines, marginOf, nameOf, startOf } from './places.ts';
import { type Manner, replacedField } from './replace-field.ts';
import { type Splice, spliced } from './splices.ts';
import {
  type Fields,
  isEmpty,
  isFields,
  isList,
  isNothing,
  same,
  textOf,
  type Value,
} from './value.ts';
import { itemLines } from './write-value.ts';

function inMap(text: string, map: YAMLMap, was: Fields, now: Fields): Splice[] {
  const fields = map.items as Field[];
  const manner = {
    inFlow: map.flow ?? false,
    compact: fields.some(({ value }) => isMap(value) && value.flow),
  };
  const changed = fields.flatMap((field) => {
    const name = nameOf(field);
    if (same(was[name], now[name])) return [];
    const { key, value } = field;
    if (!isEmpty(now[name])) return inField(text, field, was[name], now[name], manner);
    return [{ ...lines(text, startOf(key), endOf(text, value ?? key)), text: '' }];
  });
  const known = new Set(fields.map(nameOf));
  const gained = Object.keys(now).filter((name) => !known.has(name) && !same(was[name], now[name]));
  return [...changed, ...gained.map((name) => addedField(text, map, now, name))];
}

/** Whether two items have the same fields, so that one can become the other in place. */
const sameFields = (one: Value, other: Value) =>
  isFields(one) &&
  isFields(other) &&
  textOf(Object.keys(one).filter((name) => !isEmpty(one[name]))) ===
    textOf(Object.keys(other).filter((name) => !isEmpty(other[name])));

function inList(
  text: string,
  list: YAMLSeq,
  was: readonly Value[],
  now: readonly Value[],
): Splice[] {
  const items = list.items as Node[];
  const margin = marginOf(text, list);
  const compact = items.every((item) => isMap(item) && item.flow);
  let at = lineStart(text, startOf(list));
  return aligned(was.map(textOf), now.map(textOf), () => true).flatMap(
    ({ before, after }): Splice[] => {
      const item = before === undefined ? undefined : items[before];
      const put = after === undefined ? '' : itemLines(now[after], margin, compact);
      if (!item) return [{ start: at, end: at, text: put }];
      const place = lines(text, startOf(item), endOf(text, item));
      at = place.end;
      const [own, other] = [was[before ?? 0], now[after ?? 0]];
      if (after === undefined) return [{ ...place, text: '' }];
      if (same(own, other)) return [];
      if (isMap(item) && isFields(own) && isFields(other) && sameFields(own, other))
        return inMap(text, item, own, other);
      return [{ ...place, text: put }];
    },
  );
}

function inField(text: string, field: Field, was: Value, now: Value, manner: Manner): Splice[] {
  const { value } = field;
  if (isMap(value) && isFields(was) && isFields(now) && (!value.flow || sameFields(was, now))) {
    return inMap(text, value, was, now);
  }
  if (isSeq(value) && !value.flow && isList(was) && isList(now) && now.length > 0) {
    return inList(text, value, was, now);
  }
  return replacedField(text, field, now, manner);
}

/**
 * A YAML file with what was changed in its form, and every other byte as it was. `was` is what the form
 * held of the file, `now` what it holds; fields the form does not know stay.
 */
export function keepData(text: string, was: Value, now: Value): string {
  const { contents } = parseDocument(text);
  if (isMap(contents) && isFields(was) && isFields(now))
    return spliced(text, inMap(text, contents, was, now));
  if (isSeq(contents) && isList(was) && isList(now))
    return spliced(text, inList(text, contents, was, now));
  if (!isFields(now)) return text;
  const gained = Object.keys(now).filter((name) => !isNothing(now[name]));
  return spliced(
    text,
    gained.map((name) => addedField(text, null, now, name)),
  );
}
