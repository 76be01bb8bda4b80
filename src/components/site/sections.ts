/** The words of a page in parts: what stands before the first heading, and a part for each heading. */
export interface Sections {
  readonly before: string;
  readonly parts: readonly { readonly heading: string; readonly words: string }[];
}

const STARTS = /(?=<h2 id=")/;
const PART = /^(<h2 [\s\S]*?<\/h2>)([\s\S]*)$/;

/** A page's rendered words, cut before each heading of the second level that has an id, as an editor's have. */
export function sectionsOf(markup: string): Sections {
  const pieces = markup.split(STARTS);
  const parts = pieces.flatMap((piece) => {
    const [, heading, words] = PART.exec(piece) ?? [];
    return heading === undefined || words === undefined ? [] : [{ heading, words }];
  });
  const first = pieces[0] ?? '';
  return { before: PART.test(first) ? '' : first, parts };
}
