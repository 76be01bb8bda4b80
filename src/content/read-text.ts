import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './checks/fault.ts';

/** A file of words, as far as it can be read, and what keeps it from being read. */
export interface TextRead {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** What a decoder writes in place of a letter it cannot read. */
const LOST = '\uFFFD';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

const lineWithLost = (text: string) => text.slice(0, text.indexOf(LOST)).split('\n').length;

const wrongEncoding = (where: string, text: string): Fault => ({
  where,
  line: lineWithLost(text),
  wrong: 'The file is in an old encoding, so letters such as ’ and é in it cannot be read.',
  instead: 'Save it as UTF-8: most editors ask for the encoding where they ask for the name.',
});

const lostLetter = (where: string, text: string): Fault => ({
  where,
  line: lineWithLost(text),
  wrong: `The sign ${LOST} stands where a letter was lost when the file was saved.`,
  instead: 'Write the letter again, and save the file as UTF-8.',
});

/** The file `file` below `root` as text: only UTF-8 is read, and nothing in it may have been lost before. */
export function readText(root: string, file: string): TextRead {
  const bytes = readFileSync(join(root, file));
  try {
    const text = strict.decode(bytes);
    return { text, faults: text.includes(LOST) ? [lostLetter(file, text)] : [] };
  } catch {
    const text = lenient.decode(bytes);
    return { text, faults: [wrongEncoding(file, text)] };
  }
}
