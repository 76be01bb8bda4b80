import * as z from 'zod';
import { cleanLine } from '../clean.ts';
import { once } from '../desk/actions.ts';
import { FIELDS } from '../fields.ts';
import { textOf } from '../text.ts';

/** What stands in a text where words were taken out of it. */
export const REMOVED = '[removed]';

/** More details than anybody takes out at once. */
const MOST_DETAILS = 50;

const REMEDY = 'Enter the words to remove';
const TOO_MANY = `Enter ${MOST_DETAILS} details or fewer at once`;

/** The details that somebody typed, one a line: each once, the longest first, so that none is cut by another. */
export const detailsIn = (typed: string): string[] =>
  [...new Set(typed.split('\n').map(cleanLine))]
    .filter((detail) => /[\p{L}\p{N}]/u.test(detail))
    .sort((one, other) => other.length - one.length);

/** The details to take out, as the form posts them; `sure` once the places they stand in have been looked at. */
export const RemovalSchema = z.strictObject({
  details: z
    .string({ error: REMEDY })
    .refine((text) => detailsIn(text).length > 0, { error: REMEDY, abort: true })
    .refine((text) => detailsIn(text).length <= MOST_DETAILS, { error: TOO_MANY, abort: true })
    .pipe(textOf(FIELDS.removedWords)),
  sure: z.literal('yes').optional(),
  once,
});

export type RemovalAsked = z.output<typeof RemovalSchema>;

const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

/** Characters that people and keyboards write in different ways. */
const ALIKE: readonly (readonly [written: RegExp, taken: string])[] = [
  [/['’‘ʼ`]/g, "['’‘ʼ`]"],
  [/\\?[-‐‑–—]/g, '[-‐‑–—]'],
];

const pattern = (word: string) =>
  ALIKE.reduce(
    (text, [written, taken]) => text.replace(written, taken),
    word.replace(SPECIAL, '\\$&'),
  );

/** What a text is written in: what stands between its words, how a word is written, and what holds no words at all. */
interface Written {
  between: string;
  as(word: string): string;
  passedOver: string;
}

const PLAIN: Written = { between: '\\s+', as: (word) => word, passedOver: pattern(REMOVED) };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Between words of HTML a line may end; its tags, and its styles, say nothing to anybody. */
const HTML: Written = {
  between: '(?:\\s|<br\\s*/?>|&nbsp;)+',
  as: (word) => word.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one),
  passedOver: `${pattern(REMOVED)}|<style>[\\s\\S]*?</style>|<[^>]*>`,
};

/** A detail stands in a text by itself: what goes on before or after it is no letter or figure. */
const standing = (detail: string, { between, as }: Written) => {
  const words = detail.split(' ').map((word) => pattern(as(word)));
  return `(?<![\\p{L}\\p{N}])(?:${words.join(between)})(?![\\p{L}\\p{N}])`;
};

/** What takes details out of texts that are written one way, leaving a mark for each. */
function remover(details: readonly string[], written: Written) {
  const all = details.map((detail) => standing(detail, written)).join('|');
  const found = new RegExp(`(${written.passedOver})|${all}`, 'giu');
  return (text: string, mark: string) => text.replace(found, (_, kept?: string) => kept ?? mark);
}

/** The most characters that fields take; a mark must not make a text too long for its own. */
const ROOM = [...new Set(Object.values(FIELDS).map(({ most }) => most))].sort(
  (one, other) => one - other,
);

/** A mark that is no longer than what it stands for. */
const SHORT_MARK = '…';

/** What takes details out of plain texts, whatever case they are in and wherever their lines end. A mark stands where each stood. */
export function textRemover(details: readonly string[]): (text: string) => string {
  const remove = remover(details, PLAIN);
  return (text) => {
    const room = ROOM.find((most) => text.length <= most) ?? text.length;
    const after = remove(text, REMOVED);
    return after.length > Math.max(room, text.length) ? remove(text, SHORT_MARK) : after;
  };
}

/** The same for HTML. */
export function htmlRemover(details: readonly string[]): (text: string) => string {
  const remove = remover(details, HTML);
  return (html) => remove(html, REMOVED);
}

/** An instant in ISO 8601, which holds no words. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What an earlier wording keeps by the names that a form offers, and no person wrote. */
const CHOSEN: readonly string[] = ['interests', 'rhythm'];

/** A value as JSON has it, with details taken out of every text in it that somebody wrote. */
export function removeFromValue(value: unknown, remove: (text: string) => string): unknown {
  if (typeof value === 'string') return INSTANT.test(value) ? value : remove(value);
  if (Array.isArray(value)) return value.map((one) => removeFromValue(one, remove));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      CHOSEN.includes(name) ? one : removeFromValue(one, remove),
    ]),
  );
}
