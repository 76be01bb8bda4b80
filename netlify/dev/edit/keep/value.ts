/** What a form holds of a file: words, numbers, yes or no, lists, and fields by name; undefined where it holds nothing. */
export type Value = string | number | boolean | undefined | readonly Value[] | Fields;
export interface Fields {
  readonly [name: string]: Value;
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && !isList(value);

/** A value as text that is equal only for equal values, whatever the order of their fields. */
export function textOf(value: Value): string {
  if (isList(value)) return `[${value.map(textOf)}]`;
  if (!isFields(value)) return JSON.stringify(value) ?? '';
  const named = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return `{${named.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => `${name}:${textOf(each)}`)}}`;
}

/** Whether a value says nothing: no value, or fields that all say nothing. */
export const isEmpty = (value: Value): boolean =>
  value === undefined || (isFields(value) && Object.values(value).every(isEmpty));

/** Whether a value would put nothing into a file that has nothing of it: no value, or a list without items. */
export const isNothing = (value: Value): boolean =>
  isEmpty(value) || (isList(value) && value.length === 0);

export const same = (one: Value, other: Value): boolean =>
  (isEmpty(one) && isEmpty(other)) || textOf(one) === textOf(other);
