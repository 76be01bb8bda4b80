/** One property of an iCalendar text, as written: the value is still escaped, parameter quotes are off. */
export interface ContentLine {
  name: string;
  params: readonly (readonly [name: string, value: string])[];
  value: string;
}

const NAME = '[A-Za-z0-9-]+';
const PARAM = `;(${NAME})=(?:"([^"]*)"|([^";:,]*))`;
const PARAMS = new RegExp(PARAM, 'g');
const LINE = new RegExp(`^(${NAME})((?:${PARAM})*):(.*)$`, 's');

/** The lines of the text with every fold undone (RFC 5545, 3.1); any line end counts, as lenient readers have it. */
const logicalLines = (text: string) =>
  text
    .replace(/(?:\r\n|\r|\n)[ \t]/g, '')
    .replace(/(?:\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/);

const contentLine = (line: string): ContentLine | undefined => {
  const [, name, params, , , , value] = LINE.exec(line) ?? [];
  if (name === undefined || params === undefined || value === undefined) return undefined;
  return {
    name: name.toUpperCase(),
    params: [...params.matchAll(PARAMS)].map(([, key = '', quoted, bare]) => [
      key.toUpperCase(),
      quoted ?? bare ?? '',
    ]),
    value,
  };
};

/**
 * The properties of an iCalendar text in order; undefined stands where a line is not one. Stricter than
 * the RFC: no parameter here has several values. It shares nothing with the writer it is used to check.
 */
export const contentLines = (text: string) => logicalLines(text).map(contentLine);

/** True when every `\`, `;` and `,` in a TEXT value is escaped, and nothing else is (RFC 5545, 3.3.11). */
export const isEscapedText = (value: string) => /^(?:[^\\;,]|\\[\\;,n])*$/u.test(value);

/** What a TEXT value says. */
export const unescapeText = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
