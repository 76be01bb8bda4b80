/*
 * One cleaning for whatever people type or paste, before anything is judged: nothing is refused for what cannot be
 * seen. Cleaning twice is cleaning once.
 */

/**
 * What is never seen and says nothing by itself: direction marks, zero-width spaces, soft hyphens, byte order marks,
 * word joiners, annotations, half characters. Joiners and the tags of flags are looked at below.
 */
const UNSEEN = /(?![\p{Join_Control}\u{E0020}-\u{E007F}])[\p{Cf}\p{Cs}]/gu;

/** Tags make flags of a black flag (Unicode, UTS 51); anywhere else they are unseen. */
const TAGS = /(\u{1F3F4}[\u{E0020}-\u{E007F}]+)|[\u{E0020}-\u{E007F}]+/gu;

/** Joiners and variation selectors say how what stands beside them is drawn: the character before, theirs, the one after. */
const ATTACHED =
  /((?!\p{Join_Control}|[\uFE00-\uFE0F]).)?((?:\p{Join_Control}|[\uFE00-\uFE0F])+)(?=(.?))/gsu;

const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const IN_WORDS = /[\p{L}\p{M}]/u;
const NEVER_JOINS = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u;
const VARIES = /[\p{L}\p{S}\p{P}]/u;
const KEYCAP = '\u20E3';

/** A selector after a letter or an emoji, or a digit that has a key drawn round it. */
function selectorIn(before: string, attached: string, after: string): string {
  const first = attached.charAt(0);
  if (first < '\uFE00') return '';
  return (/[0-9#*]/.test(before) ? after === KEYCAP : VARIES.test(before)) ? first : '';
}

/**
 * A joiner inside a word or an emoji. At the end of a word it says how a letter is drawn in scripts that join; after
 * a Latin, Greek or Cyrillic letter it says nothing there.
 */
function joinerIn(before: string, attached: string, after: string): string {
  const joiner = /\p{Join_Control}/u.exec(attached)?.[0] ?? '';
  if (EMOJI.test(before)) return PICTURE.test(after) ? joiner : '';
  if (!IN_WORDS.test(before)) return '';
  return NEVER_JOINS.test(before) && !IN_WORDS.test(after) ? '' : joiner;
}

const fitting = (_: string, before: string | undefined, attached: string, after: string) =>
  (before ?? '') +
  selectorIn(before ?? '', attached, after) +
  joinerIn(before ?? '', attached, after);

const withoutUnseen = (text: string) =>
  text
    .replace(UNSEEN, '')
    .replace(TAGS, '$1')
    .normalize('NFC')
    .replace(ATTACHED, fitting)
    .normalize('NFC');

/** Fillers take up room and show nothing: a text of them alone is empty. */
const SHOWS = /[^\s\p{C}\p{Mn}\p{Me}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Whether there is nothing in a text that anybody could see. */
export const isBlank = (text: string): boolean => !SHOWS.test(text);

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const CONTROLS = /(?!\n)\p{Cc}/gu;

/** Text of several lines, as it is kept: `\n` ends a line, a tab is a space, the ends are trimmed. Empty when nothing in it can be seen. */
export function cleanText(typed: string): string {
  if (isBlank(typed)) return '';
  const lines = typed.replace(LINE_ENDS, '\n').replaceAll('\t', ' ').replace(CONTROLS, '');
  return withoutUnseen(lines).trim();
}

/** Text of one line, as it is kept: `cleanText` with every run of white space as one space. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, ' ').trim();
