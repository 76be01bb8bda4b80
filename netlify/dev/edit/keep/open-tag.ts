import type { Part } from './part.ts';

const written = (name: string, value: unknown): string => {
  if (value === true) return name;
  return typeof value === 'string'
    ? `${name}="${value.replaceAll('"', '&quot;')}"`
    : `${name}={${JSON.stringify(value)}}`;
};

/** The tag that opens `saved`, with what is written inside in the order `before` has it. */
export function openTag(before: Part, saved: Part): string {
  const { name = '', attributes = {} } = saved.element ?? {};
  const order = [...Object.keys(before.element?.attributes ?? {}), ...Object.keys(attributes)];
  const inside = [...new Set(order)].filter((each) => each in attributes);
  return `<${[name, ...inside.map((each) => written(each, attributes[each]))].join(' ')}>`;
}
