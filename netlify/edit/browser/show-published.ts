import type { Repository } from './github.ts';
import { type Became, type Change, whatBecame } from './published.ts';

/** How often GitHub is asked, in milliseconds; its limit for one account is far above. */
const EVERY = 15_000;

const STYLE = `
  :host { all: initial }
  p { position: fixed; inset: auto 0 0 0; z-index: 99999; margin: 0; padding: 0.5rem 1rem; border-top: 3px solid;
    font: 16px/1.5 system-ui, sans-serif }
  a { color: inherit }
  .nothing, .building { background: #eef4fb; color: #10243a; border-color: #2f6299 }
  .published { background: #eaf6ec; color: #10301a; border-color: #2c7a3f }
  .refused { background: #fff4e5; color: #2b1700; border-color: #a34700 }
`;

/** The branch that is open in the editor, from its address. */
const branchOpen = (main: string): string => {
  const [, branch] = /^\/keystatic\/branch\/([^/]+)/.exec(location.pathname) ?? [];
  return branch === undefined ? main : decodeURIComponent(branch);
};

async function lastChange(repository: Repository, branch: string): Promise<Change | undefined> {
  const commit = await repository.ask<Change['commit']>(`/commits/${encodeURIComponent(branch)}`);
  if (!commit.ok) return undefined;
  const status = await repository.ask<Change['status']>(`/commits/${commit.what.sha}/status`);
  return status.ok ? { commit: commit.what, status: status.what } : undefined;
}

function line({ kind, words, link }: Became): HTMLElement {
  const shown = document.createElement('p');
  shown.className = kind;
  shown.append(words);
  if (!link) return shown;
  const anchor = Object.assign(document.createElement('a'), {
    href: link.href,
    target: '_blank',
    rel: 'noopener',
  });
  anchor.append(link.label);
  shown.append(' ', anchor);
  return shown;
}

/** Shows what became of the newest change on the open branch, at the foot of the window, for as long as it is open. */
export function showPublished(repository: Repository, main: string): void {
  const host = document.createElement('aside');
  host.setAttribute('aria-label', 'What became of the last change');
  host.setAttribute('aria-live', 'polite');
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  let shown = '';
  const look = async () => {
    const branch = branchOpen(main);
    const change = await lastChange(repository, branch);
    const became = change && whatBecame(change, branch === main);
    const now = JSON.stringify(became);
    if (!became || now === shown) return;
    shown = now;
    root.replaceChildren(
      Object.assign(document.createElement('style'), { textContent: STYLE }),
      line(became),
    );
  };
  void look();
  setInterval(() => {
    if (document.visibilityState === 'visible') void look();
  }, EVERY);
}
