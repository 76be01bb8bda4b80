/** A piece of a page that docs/content.md shows to be copied. */
export interface Example {
  /** The heading it stands under. */
  readonly under: string;
  /** As an editor writes it. */
  readonly words: string;
}

/** Where the examples stand, below the project's root. */
export const EXAMPLES_FILE = 'docs/content.md';

const PART = /^#{2,3} (.+)$|^```mdx\n([\s\S]*?)^```$/gm;

/** Every example of a page’s words in the guide, in its order. */
export function examplesIn(readme: string): Example[] {
  let under = '';
  return [...readme.matchAll(PART)].flatMap(([, heading, words]) => {
    under = heading ?? under;
    return words === undefined ? [] : [{ under, words }];
  });
}
