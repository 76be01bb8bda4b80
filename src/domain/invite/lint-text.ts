import type { Rule } from './lint-rules.ts';

const octets = (line: string) => new TextEncoder().encode(line).length;

const BROKEN = {
  encoding: (text) => !text.isWellFormed(),
  'line-endings': (text) => /\r(?!\n)|(?<!\r)\n/.test(text),
  'final-line-ending': (text) => !text.endsWith('\r\n'),
  'line-length': (text) => text.split(/\r\n|\r|\n/).some((line) => octets(line) > 75),
  'control-characters': (text) => /(?![\r\n])[\p{Cc}\u2028\u2029]/u.test(text),
} as const satisfies Partial<Record<Rule, (text: string) => boolean>>;

/** The rules about characters and lines that an iCalendar text breaks, whatever it says. */
export const textFaults = (text: string) =>
  (Object.keys(BROKEN) as (keyof typeof BROKEN)[]).filter((rule) => BROKEN[rule](text));
