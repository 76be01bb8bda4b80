/** A heading in rendered markup; the second group says whether a component left its level open. */
const HEADING = /<h([1-6])((?:\s[^>]*)?)>([\s\S]*?)<\/h\1>/g;
const OPEN_LEVEL = ' data-level="next"';

/** What a component writes on its own heading, so that its level follows from where it stands. */
export const openLevel = { 'data-level': 'next' } as const;

/**
 * Gives each heading that a component left open the level below the last heading an editor wrote
 * (`start` before the first), so that levels nest wherever the component is put.
 */
export function nestHeadings(markup: string, start = 1): string {
  let written = start;
  return markup.replaceAll(HEADING, (heading, level: string, attributes: string, text: string) => {
    if (!attributes.includes(OPEN_LEVEL)) {
      written = Number(level);
      return heading;
    }
    const tag = `h${Math.min(written + 1, 6)}`;
    return `<${tag}${attributes.replace(OPEN_LEVEL, '')}>${text}</${tag}>`;
  });
}
