/** Words of a page that stand together, where they begin, and the component they come from, if one. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  /** What a component fills in, such as "group-size"; undefined for words an editor wrote. */
  readonly given?: string | undefined;
}

/**
 * What a block is: `lede` and `prose` are running words, `item` stands in a list, `row` in a table,
 * `label` names or leads to something, `about` is what search results say, `blank` is filled in by hand.
 */
export type BlockKind =
  | 'heading'
  | 'lede'
  | 'prose'
  | 'item'
  | 'row'
  | 'label'
  | 'about'
  | 'next'
  | 'blank';

/** A heading, a paragraph, an item, a cell: words that readers take in as one. */
export interface Block {
  readonly kind: BlockKind;
  readonly pieces: readonly Piece[];
  /** Whether only words can stand there, and no part that the site fills in, as in a field or in a component’s tag. */
  readonly plain?: boolean;
}

const joined = (pieces: readonly Piece[], text: (piece: Piece) => string) =>
  pieces.map(text).join('');

/** A block's words as readers see them, line breaks as the file has them. */
export const textOf = ({ pieces }: Block): string => joined(pieces, ({ text }) => text);

/** As `textOf`, and as long, with dots in place of what components fill in: the editor's own words. */
export const writtenIn = ({ pieces }: Block): string =>
  joined(pieces, ({ text, given }) => (given === undefined ? text : '·'.repeat(text.length)));

/** As `textOf`, with what components fill in named, as in "groups of [group-size]": words that settings cannot change. */
export const namedIn = ({ pieces }: Block): string =>
  joined(pieces, ({ text, given }) => (given === undefined ? text : `[${given}]`));

/** The line of the file on which the character at `offset` of a block's text stands. */
export function lineAt({ pieces }: Block, offset: number): number {
  let start = 0;
  for (const { text, line } of pieces) {
    if (offset < start + text.length) {
      return line + (text.slice(0, offset - start).split('\n').length - 1);
    }
    start += text.length;
  }
  return pieces.at(-1)?.line ?? 1;
}

/** Words on one line, with single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
