/** What is wrong with the words of a page as markup, where, and what to write instead. */
export interface MarkupWords {
  /** The line, where the parser’s own is not the best one. */
  readonly line?: number;
  readonly wrong: string;
  readonly instead: string;
}

type Reading = readonly [
  said: RegExp,
  words: (match: RegExpExecArray, line: string) => MarkupWords | undefined,
];

const CLOSED = ' on a line of its own, with an empty line before it';

const UNCLOSED: Reading = [
  /^Expected a closing tag for `<(\w+)>` \((\d+):/,
  ([, name = '', at]) =>
    name === 'br'
      ? {
          wrong: '<br> is not used here.',
          instead: 'Leave an empty line to begin a new paragraph.',
        }
      : {
          line: Number(at),
          wrong: `<${name}> begins here and has no end.`,
          instead: `Write </${name}> where it ends,${CLOSED}; or <${name} /> when nothing stands inside it.`,
        },
];

const READINGS: readonly Reading[] = [
  UNCLOSED,
  [
    /^Unexpected closing tag `<\/(\w+)>`, expected corresponding closing tag for `<(\w+)>` \((\d+):/,
    ([, name, open, at]) => ({
      wrong: `</${name}> ends something that has not begun; <${open}> began on line ${at}.`,
      instead: `Write </${open}> here.`,
    }),
  ],
  [
    /^Unexpected closing tag `<\/(\w+)>`/,
    ([, name]) => ({
      wrong: `</${name}> ends something that has not begun.`,
      instead: `Take it out, or write <${name}> where it should begin.`,
    }),
  ],
  [
    /`!` \(U\+0021\) before name/,
    () => ({
      wrong: 'A remark between <!-- and --> cannot stand in a page.',
      instead: 'Take it out; remarks for colleagues belong elsewhere.',
    }),
  ],
  [
    /^Unexpected character after `<`/,
    (_, line) => {
      const name = /<([A-Z]\w*)/.exec(line)?.[1];
      if (name === undefined) return undefined;
      return /=[“”‘’']/.test(line)
        ? {
            wrong: `The quotation marks inside <${name} …> are not the straight ones.`,
            instead: 'Write " on both sides of each value; a word processor bends them.',
          }
        : {
            wrong: `What stands inside <${name} …> cannot be read.`,
            instead:
              'Write each setting as a name, an equals sign and its value in double quotes: <Door href="/enquire/" heading="Write to us">.',
          };
    },
  ],
  [
    /^Unexpected character after `<`|before name/,
    () => ({
      wrong: 'The sign < begins a component, and none follows it.',
      instead: 'Say it in words, such as “fewer than”; write a link as [the words](/the-address/).',
    }),
  ],
  [
    /^Unexpected end of file in expression|closing brace/,
    () => ({
      wrong: 'A curly bracket is opened here and never closed; what follows it is read as code.',
      instead: 'Write round brackets, ( and ).',
    }),
  ],
  [
    /expression/i,
    () => ({
      wrong: 'What stands in curly brackets here is read as code.',
      instead: 'Write round brackets, ( and ).',
    }),
  ],
];

const UNREADABLE: MarkupWords = {
  wrong: 'This cannot be read as a page.',
  instead: 'Look for a < or { that does not belong, and for a component without an end.',
};

/** What the parser of pages says, as anyone who wrote the page reads it; `line` is the text it stopped at. */
export function markupWords(said: string, line: string): MarkupWords {
  for (const [pattern, words] of READINGS) {
    const match = pattern.exec(said);
    const found = match && words(match, line);
    if (found) return found;
  }
  return UNREADABLE;
}
