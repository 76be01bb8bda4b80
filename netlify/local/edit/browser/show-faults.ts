/** Where the list of what is to be mended comes from, again after each change. */
export const FAULTS = '/editor/faults';

const STYLE = `
  :host { all: initial }
  details { position: fixed; inset: auto 0 0 0; z-index: 99999; max-height: 40vh; overflow: auto;
    background: #fff4e5; color: #2b1700; border-top: 3px solid #a34700;
    font: 16px/1.5 system-ui, sans-serif; padding: 0.5rem 1rem }
  summary { font-weight: 600; cursor: pointer }
  ol { margin: 0.5rem 0; padding-inline-start: 1.5rem }
  li { margin-block: 0.25rem; overflow-wrap: anywhere }
`;

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function listed(faults: readonly string[]): HTMLElement {
  const details = element('details');
  details.open = true;
  const list = element('ol');
  list.append(...faults.map((fault) => element('li', fault)));
  const count = faults.length === 1 ? '1 thing to mend' : `${faults.length} things to mend`;
  details.append(element('summary', `${count} before this can be published`), list);
  return details;
}

/** Shows what the checks find in the words as they are saved, at the foot of the window, for as long as they find something. */
export function showFaults(): void {
  const host = element('aside');
  host.setAttribute('aria-label', 'What is to be mended');
  host.setAttribute('aria-live', 'polite');
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  const source = new EventSource(FAULTS);
  source.addEventListener('message', ({ data }) => {
    const faults = JSON.parse(String(data)) as string[];
    root.replaceChildren(...(faults.length === 0 ? [] : [element('style', STYLE), listed(faults)]));
  });
  window.addEventListener('pagehide', () => source.close());
}
