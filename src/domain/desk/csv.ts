/** The mark by which spreadsheets know a text as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection), wide forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs: an apostrophe before it says that it is text. */
const defused = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** One record of a CSV file, its line end included (RFC 4180); every value is quoted, and none is a formula. */
export const csvLine = (values: readonly (string | number | undefined)[]): string =>
  `${values.map((value = '') => `"${defused(String(value)).replaceAll('"', '""')}"`).join(',')}\r\n`;
