import { FOOT_STYLE, partOfFoot } from './foot.ts';
import { type Became, type Change, whatBecame } from './published.ts';

const STYLE = `
  ${FOOT_STYLE}
  p { margin: 0; padding: 0.5rem 1rem; border-top: 3px solid; overflow-wrap: anywhere }
  a { color: inherit }
`;

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

/** A place at the foot of the window for what became of the newest change. */
export function publishedShown(): (change: Change, isMain: boolean) => void {
  const root = partOfFoot('What became of the last change');
  let shown = '';
  return (change, isMain) => {
    const became = whatBecame(change, isMain);
    const now = JSON.stringify(became);
    if (now === shown) return;
    shown = now;
    const style = Object.assign(document.createElement('style'), { textContent: STYLE });
    root.replaceChildren(style, line(became));
  };
}
