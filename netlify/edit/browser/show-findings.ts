import { counted } from '../../../src/domain/count-words.ts';
import type { Finding } from '../finding-fields.ts';
import type { FoundNow } from '../findings.ts';
import { formOf, staffLine } from '../place-names.ts';
import { editorAt } from './editor-address.ts';
import { FOOT_STYLE, partOfFoot } from './foot.ts';
import { element, LIST_STYLE } from './foot-list.ts';

const STYLE = FOOT_STYLE + LIST_STYLE;

/** A finding, which leads to the form it is about. */
function item(finding: Finding): HTMLElement {
  const made = element('li');
  const form = formOf(finding);
  if (form === undefined) {
    made.textContent = staffLine(finding);
    return made;
  }
  const link = element('a', staffLine(finding));
  link.href = editorAt() + form;
  made.append(link);
  return made;
}

function listed(kind: string, title: string, found: readonly Finding[], open: boolean) {
  if (found.length === 0) return [];
  const details = element('details');
  details.className = kind;
  details.open = open;
  const list = element('ol');
  list.setAttribute('aria-label', kind === 'refusals' ? 'To fix' : 'Advice');
  list.append(...found.map(item));
  details.append(element('summary', title), list);
  return [details];
}

/** Which lists are open: refusals until the writer closes them, advice once the writer opens it. */
interface Open {
  readonly refusals: boolean;
  readonly advice: boolean;
}

function shown({ refusals, advice }: FoundNow, open: Open): HTMLElement {
  const section = element('section');
  section.append(
    ...listed(
      'refusals',
      `${counted(refusals.length, 'thing')} to fix before this can be published`,
      refusals,
      open.refusals,
    ),
    ...listed(
      'advice',
      `${counted(advice.length, 'suggestion')}, which hold nothing up`,
      advice,
      open.advice,
    ),
  );
  return section;
}

/**
 * A place at the foot of the window for what the checks find in the words as they are saved: what is to be fixed, and
 * apart from it advice. Shows the findings it is given, for as long as the window is open.
 */
export function findingsShown(): (findings: FoundNow) => void {
  const root = partOfFoot('What the checks say');
  let asLeft: Open = { refusals: true, advice: false };
  const isOpen = (kind: keyof Open) =>
    root.querySelector<HTMLDetailsElement>(`.${kind}`)?.open ?? asLeft[kind];
  return (findings) => {
    asLeft = { refusals: isOpen('refusals'), advice: isOpen('advice') };
    root.replaceChildren(element('style', STYLE), shown(findings, asLeft));
  };
}
