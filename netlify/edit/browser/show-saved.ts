import { FOOT_STYLE, partOfFoot } from './foot.ts';
import { element } from './foot-list.ts';
import { UPDATE } from './seen-files.ts';

const STYLE = `
  ${FOOT_STYLE}
  p { margin: 0; padding: 0.5rem 1rem; border-top: 3px solid }
`;

const SAVED =
  'Saved on this computer. It is not on the website yet: the person who looks after the site puts it there.';

/** What the editor’s package marks a form with once something in it was changed. */
const CHANGED = '//main//*[text()="Unsaved"]';

/** How long that mark may still stand there after the saving, and how often it is looked for, in milliseconds. */
const SETTLED = 1000;
const EVERY = 250;

const isChanged = () =>
  document.evaluate(CHANGED, document, null, XPathResult.BOOLEAN_TYPE).booleanValue;

/** Says what comes next once something was saved on one’s own machine, and calls `then`; `fetch` is what it is saved with. It goes once the form is changed again. */
export function sayingSaved(
  fetch: typeof globalThis.fetch,
  then: () => void,
): typeof globalThis.fetch {
  const root = partOfFoot('What became of the last change');
  let after: number | undefined;
  const goOnceChanged = () => {
    if (isChanged()) root.replaceChildren();
    else after = window.setTimeout(goOnceChanged, EVERY);
  };
  return async (input, init) => {
    const response = await fetch(input, init);
    if (input !== UPDATE || !response.ok) return response;
    then();
    const said = element('p', SAVED);
    said.className = 'published';
    root.replaceChildren(element('style', STYLE), said);
    window.clearTimeout(after);
    after = window.setTimeout(goOnceChanged, SETTLED);
    return response;
  };
}
