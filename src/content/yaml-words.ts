import type { YAMLParseError } from 'yaml';

/** What is wrong with a file of fields, and what to write instead. */
export interface YamlWords {
  readonly wrong: string;
  readonly instead: string;
}

const SHAPE: YamlWords = {
  wrong: 'This line cannot be read as a field.',
  instead: 'Write a name, a colon, a space and a value: title: Who runs the groups.',
};

const INDENT: YamlWords = {
  wrong: 'This line begins too far in, or not far enough.',
  instead: 'Begin it under the first letter of the line above it that it belongs with.',
};

const QUOTES: YamlWords = {
  wrong: 'A quotation mark is opened here, or before, and never closed.',
  instead: 'Write " at both ends of the value.',
};

const WORDS: Readonly<Record<string, YamlWords>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    wrong: 'There is a second colon in the value, so it cannot be read.',
    instead: 'Put the value in double quotes: heading: "Groups: what they are".',
  },
  TAB_AS_INDENT: {
    wrong: 'The line begins with a tab.',
    instead: 'Begin it with spaces instead: two for each step in.',
  },
  DUPLICATE_KEY: {
    wrong: 'This field stands here for the second time.',
    instead: 'Keep the one that is right, and take the other out.',
  },
  MISSING_CHAR: QUOTES,
  BAD_SCALAR_START: {
    wrong: 'A value cannot begin with this sign.',
    instead: 'Put the value in double quotes.',
  },
  BAD_INDENT: INDENT,
  MULTILINE_IMPLICIT_KEY: SHAPE,
};

/** What a parser finds wrong with a file of fields, as anyone who wrote it reads it. */
export const yamlWords = ({ code }: Pick<YAMLParseError, 'code'>): YamlWords =>
  WORDS[code] ?? SHAPE;
