import type { FindingLines } from '../findings.ts';

/** Where what the checks find comes from, again after each change. */
export const FINDINGS = '/editor/findings';

const STYLE = `
  :host { all: initial }
  section { position: fixed; inset: auto 0 0 0; z-index: 99999; max-height: 40vh; overflow: auto;
    font: 16px/1.5 system-ui, sans-serif }
  details { padding: 0.5rem 1rem; border-top: 3px solid }
  .refusals { background: #fff4e5; color: #2b1700; border-color: #a34700 }
  .advice { background: #eef4fb; color: #10243a; border-color: #2f6299 }
  summary { font-weight: 600; cursor: pointer }
  ol { margin: 0.5rem 0; padding-inline-start: 1.5rem }
  li { margin-block: 0.25rem; overflow-wrap: anywhere }
`;

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function listed(kind: string, title: string, lines: readonly string[], open: boolean) {
  if (lines.length === 0) return [];
  const details = element('details');
  details.className = kind;
  details.open = open;
  const list = element('ol');
  list.setAttribute('aria-label', kind === 'refusals' ? 'To fix' : 'Advice');
  list.append(...lines.map((line) => element('li', line)));
  details.append(element('summary', title), list);
  return [details];
}

const things = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** Refusals stand open; advice is closed until the writer opens it, and then stays as it was left. */
function shown({ refusals, advice }: FindingLines, adviceOpen: boolean): HTMLElement {
  const section = element('section');
  section.append(
    ...listed(
      'refusals',
      `${things(refusals.length, 'thing')} to fix before this can be published`,
      refusals,
      true,
    ),
    ...listed(
      'advice',
      `${things(advice.length, 'suggestion')}, which hold nothing up`,
      advice,
      adviceOpen,
    ),
  );
  return section;
}

/** Shows what the checks find in the words as they are saved, at the foot of the window: what is to be fixed, and apart from it advice. */
export function showFindings(): void {
  const host = element('aside');
  host.setAttribute('aria-label', 'What the checks say');
  host.setAttribute('aria-live', 'polite');
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  const source = new EventSource(FINDINGS);
  source.addEventListener('message', ({ data }) => {
    const wasOpen = root.querySelector<HTMLDetailsElement>('.advice')?.open ?? false;
    const findings = JSON.parse(String(data)) as FindingLines;
    root.replaceChildren(element('style', STYLE), shown(findings, wasOpen));
  });
  window.addEventListener('pagehide', () => source.close());
}
