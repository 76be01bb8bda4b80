/** Text on one line: well-formed Unicode, every run of white space and control characters one space. */
export const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Text of several lines: well-formed Unicode, lines ended by `\n` alone, no other control character. */
export const manyLines = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ')
    .trim();

/**
 * A name fit for the CN parameter: one line without `"` and `^` (RFC 6868 is not read everywhere), nor
 * backslashes, which some readers take for an escape there: `\n` would come out as a line break.
 */
export const displayName = (text: string) => oneLine(text.replace(/["^\\]/g, ''));
