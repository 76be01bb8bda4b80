/** The mark by which spreadsheets know a text as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection), wide forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A telephone in groups is no formula and no number: Excel, LibreOffice and Gnumeric show it as it stands. */
const TELEPHONE = /^\+[1-9]\d{0,2}(?: \d+)+(?: ext \d+)?$/;

/**
 * Longer texts with letters, and those of more words, are nothing but text. A shorter one with a digit in it may be
 * read as a number, a date in some language, a time or a sum of money; digits alone are a number, however many.
 */
const LONGEST_VALUE = 48;
const MOST_LETTERS = /(?:\p{L}+[^\p{L}]+){3}/u;

/** Words that are a value to a spreadsheet: truth, and the errors of a formula. */
const WORD_OF_ITS_OWN = /^(?:true|false|#(?:n\/a|null!|name\?|value!|ref!|num!|div\/0!))$/i;

/** Letters and digits without anything between them are a code, unless they are a power of ten, an hour or a day. */
const CODE = /^(?=.*\p{L})[\p{L}\p{N}]+$/u;
const VALUE_IN_ONE =
  /^(?:\d+e\d+|\d+[ap]m?|\d{0,4}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\d*)$/i;

function looksLikeValue(text: string): boolean {
  if (WORD_OF_ITS_OWN.test(text)) return true;
  if (!/\p{N}/u.test(text)) return false;
  if (!/\p{L}/u.test(text)) return true;
  if (text.length > LONGEST_VALUE) return false;
  return CODE.test(text) ? VALUE_IN_ONE.test(text) : !MOST_LETTERS.test(text);
}

/**
 * Keeps a spreadsheet from reading 1/2 as a day and 07 as 7. Nobody sees it, and our own forms take it out again; a
 * tab or a no-break space in its place is read away by Gnumeric (docs/decisions/0019).
 */
const UNSEEN = '\u200B';

/**
 * A formula inside a text: where a spreadsheet parts cells at semicolons or tabs, as in many countries, the quotation
 * marks around a value part nothing, and what follows such a mark, or a new line, is a cell of its own.
 */
const WITHIN = /(?<!^)([;\t\r\n] *)(?=[=+\-@＝＋－＠])/g;

/** A text that spreadsheets show as it is and run nothing of: an apostrophe before a formula says that it is text. */
function cell(whole: string): string {
  if (TELEPHONE.test(whole)) return whole;
  const text = whole.replace(WITHIN, `$1${UNSEEN}`);
  if (FORMULA.test(text)) return `'${text}`;
  return looksLikeValue(text) ? UNSEEN + text : text;
}

/** What stands in a cell: text as somebody wrote it, a number, or what we write ourselves, such as an instant, to be read as it reads. */
export type CsvValue = string | number | { ours: string } | undefined;

function written(value: CsvValue): string {
  if (typeof value === 'string') return cell(value);
  return typeof value === 'object' ? value.ours : String(value ?? '');
}

/** One record of a CSV file, its line end included (RFC 4180); every value is quoted, and none is a formula. */
export const csvLine = (values: readonly CsvValue[]): string =>
  `${values.map((value) => `"${written(value).replaceAll('"', '""')}"`).join(',')}\r\n`;
