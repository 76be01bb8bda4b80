const LONGEST_NAME = 60;

/** Letters with what stands between them in names: no digit, no address, no second sentence. */
const NAME = /^\p{L}[\p{L}\p{M}'’.\- ]*$/u;

/** A full stop inside a word, as in the name of a site; initials have one letter before the next stop or space. */
const HOST = /\.\p{L}{2,}/u;

const looksLikeName = (text: string) =>
  text.length <= LONGEST_NAME && NAME.test(text) && !HOST.test(text);

/** A typed name that may stand in mail: one that looks like a name. */
export function nameToWrite(name: string | undefined): string | undefined {
  const typed = name?.trim() ?? '';
  return looksLikeName(typed) ? typed : undefined;
}

/**
 * How a letter begins. What was typed as a name is used only when it looks like one: mail goes to addresses
 * that anyone may have typed, and must not carry a stranger’s words.
 */
export function greeting(name: string | undefined): string {
  const typed = nameToWrite(name);
  return typed === undefined ? 'Hello' : `Dear ${typed}`;
}
