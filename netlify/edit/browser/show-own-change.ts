import { wallClockAt } from '../../../src/domain/time/london.ts';
import { momentInWords } from '../../../src/domain/time/words.ts';
import type { LastChange, TakenBack } from '../last-change.ts';
import { formAt, placeName } from '../place-names.ts';
import { editorAt } from './editor-address.ts';
import { FOOT_STYLE, partOfFoot } from './foot.ts';
import { element } from './foot-list.ts';

/** The newest change the person at this window has made. */
export interface OwnChange extends LastChange {
  takeBack(): Promise<TakenBack>;
}

const STYLE = `
  ${FOOT_STYLE}
  p { margin: 0; padding: 0.5rem 1rem; border-top: 3px solid; overflow-wrap: anywhere }
  button { all: unset; cursor: pointer; text-decoration: underline; margin-inline-start: 0.5rem }
  button:focus-visible { outline: 2px solid; outline-offset: 2px }
`;

const WORDS = {
  saved: {
    said: 'You last saved',
    button: 'Take this change back',
    ask: 'Put it back as it was before you saved it?',
    yes: 'Yes, take it back',
  },
  'taken-back': {
    said: 'You took your last change back, so this is as it was before',
    button: 'Put the change in again',
    ask: 'Put in again what you took back?',
    yes: 'Yes, put it in again',
  },
} as const;

function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** What was changed, and when, in a sentence. */
function sentence({ kind, paths, at }: OwnChange): string {
  const then = wallClockAt(Date.parse(at));
  const when = momentInWords(then, wallClockAt(Date.now()).day);
  const what = [...new Set(paths.map(placeName))].join(', ');
  return `${WORDS[kind].said}: ${what} (${when}).`;
}

/** Opens the form of the first file that is there again, as it is now; a page that is gone has none, so the list. */
function openAgain(paths: readonly string[]): void {
  const [form = '/collection/pages'] = paths.flatMap((path) => formAt(path) ?? []);
  location.assign(editorAt() + form);
}

/**
 * A place at the foot of the window for the newest change of the person at it, which they may take back: they are asked
 * first, and the form then shows what is there again.
 */
export function ownChangeShown(): (change: OwnChange | undefined) => void {
  const root = partOfFoot('Your last change');
  const line = (words: string, ...buttons: HTMLButtonElement[]) => {
    const shown = element('p', words);
    shown.className = 'nothing';
    shown.append(...buttons);
    root.replaceChildren(element('style', STYLE), shown);
    return buttons[0];
  };
  function offer(change: OwnChange): HTMLButtonElement | undefined {
    return line(
      sentence(change),
      button(WORDS[change.kind].button, () => ask(change)?.focus()),
    );
  }
  function ask(change: OwnChange): HTMLButtonElement | undefined {
    const { ask: question, yes } = WORDS[change.kind];
    return line(
      `${sentence(change)} ${question}`,
      button(yes, () => void take(change)),
      button('No, leave it', () => offer(change)?.focus()),
    );
  }
  async function take(change: OwnChange): Promise<void> {
    line('Taking it back…');
    const outcome = await change.takeBack();
    if (outcome.kind === 'taken-back') openAgain(outcome.again);
    else if (outcome.kind === 'left') line(outcome.why);
    else
      line(
        outcome.why,
        button('Try again', () => void take(change)),
      );
  }
  return (change) => {
    if (change) offer(change);
    else root.replaceChildren();
  };
}
