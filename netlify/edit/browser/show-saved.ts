import { FOOT_STYLE, partOfFoot } from './foot.ts';
import { element } from './foot-list.ts';
import { UPDATE } from './seen-files.ts';

const STYLE = `
  ${FOOT_STYLE}
  p { margin: 0; padding: 0.5rem 1rem; border-top: 3px solid }
`;

const SAVED =
  'Saved on this computer. It is not on the website yet: the person who looks after the site puts it there.';

/** Says what comes next once something was saved on one’s own machine, and calls `then`; `fetch` is what it is saved with. */
export function sayingSaved(
  fetch: typeof globalThis.fetch,
  then: () => void,
): typeof globalThis.fetch {
  const root = partOfFoot('What became of the last change');
  return async (input, init) => {
    const response = await fetch(input, init);
    if (input !== UPDATE || !response.ok) return response;
    then();
    if (!root.hasChildNodes()) {
      const said = element('p', SAVED);
      said.className = 'published';
      root.append(element('style', STYLE), said);
    }
    return response;
  };
}
