import * as z from 'zod';

/** Characters with no place in one line of text: controls, invisible formatting, line breaks, half characters. */
const UNFIT_IN_A_LINE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The same for text of several lines, which may hold line breaks and tabs. */
const UNFIT_IN_TEXT = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\n\t])\p{Cc}/u;

/** The text without whole emoji, whose parts are joined by characters that are invisible on their own. */
const withoutEmoji = (text: string) => text.replace(/\p{RGI_Emoji}/gv, '');

const isFitLine = (text: string) => !UNFIT_IN_A_LINE.test(text);

// Compiling the pattern for emoji takes longer than all a function loads: only a text that may hold one waits for it.
const isFitText = (text: string) =>
  !UNFIT_IN_TEXT.test(text) || !UNFIT_IN_TEXT.test(withoutEmoji(text));

const unixLines = (text: string) => text.replace(/\r\n?/g, '\n');

const HIDDEN_REMEDY = (name: string) =>
  `Type ${name} again by hand: it holds characters that cannot be seen, perhaps from copying and pasting.`;

/** A string with nothing unfit for one line, trimmed; `remedy` is said when it is no string at all. */
export const fitLine = (name: string, remedy: string) =>
  z
    .string({ error: remedy })
    .refine(isFitLine, { error: HIDDEN_REMEDY(name), abort: true })
    .trim();

/** One line of text, trimmed; `name` is how messages call the field ("your name"). */
export const lineOf = (name: string, most: number) =>
  fitLine(name, `Enter ${name}.`)
    .min(1, `Enter ${name}.`)
    .max(most, `Shorten ${name} to ${most} characters or fewer.`);

/** Several lines of text, trimmed, with `\n` line ends (a browser's form posts `\r\n`). */
export const textOf = (name: string, most: number) =>
  z
    .string({ error: `Enter ${name} as text.` })
    .transform(unixLines)
    .pipe(
      z
        .string()
        .refine(isFitText, { error: HIDDEN_REMEDY(name), abort: true })
        .trim()
        .min(1, `Enter ${name}, or leave it out.`)
        .max(most, `Shorten ${name} to ${most} characters or fewer.`),
    );
