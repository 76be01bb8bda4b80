/** A heading a reader can go to: where it is on its page, and its words as markup. */
export interface Part {
  readonly id: string;
  readonly words: string;
}

const PART = /<h2 id="([^"]+)">([\s\S]*?)<\/h2>/g;

/** With fewer parts than this a page is seen whole soon enough. */
const WORTH_LISTING = 4;

/** The parts of a page, for a list of them; none where the page is short. */
export function partsOf(markup: string): readonly Part[] {
  const parts = [...markup.matchAll(PART)].map(([, id = '', words = '']) => ({ id, words }));
  return parts.length < WORTH_LISTING ? [] : parts;
}
