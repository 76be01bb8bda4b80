import { counted } from '../../../src/domain/count-words.ts';
import { FOOT_STYLE, partOfFoot } from './foot.ts';
import { element, LIST_STYLE } from './foot-list.ts';

/** A button that saves what is in a form, or puts it into a list. */
const SAVES = 'button[type="submit"]';

/** What the checks found in a field, and a field of the editor’s package that does not hold. */
const FOUND = '[aria-label="To fix"]';
const INVALID = '[aria-invalid="true"]';

/** How long the editor takes to mark what it refuses, in milliseconds. */
const WAIT = 300;

/** How often the form is looked through, in milliseconds. */
const EVERY = 500;

/** Something that is refused, where it is, and what is said of it. */
interface Refused {
  readonly place: Element;
  readonly words: string;
}

const textOf = (ids: string | null) =>
  (ids ?? '')
    .split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .filter((text) => text !== '');

/** What is said of a field, with its label before it unless that is what it begins with. */
export const labelled = (label: string, said: string): string =>
  said.startsWith(`${label} `) ? said : `${label}: ${said}`;

/** What the editor’s package says of a field: its name, and the last of what describes it. */
function invalidWords(field: Element): string {
  const [label = field.getAttribute('aria-label') ?? 'A field'] = textOf(
    field.getAttribute('aria-labelledby'),
  );
  const said = textOf(field.getAttribute('aria-describedby')).at(-1) ?? 'Look at this field.';
  return labelled(label.replace(/\*$/, ''), said);
}

/** The form that is open, before all else the one in a window of its own. */
const openForm = () =>
  document.querySelector('[role="dialog"]') ?? document.getElementById('editor');

function refusedIn(form: Element): Refused[] {
  const places = [...form.querySelectorAll(`${FOUND}, ${INVALID}`)];
  const said = places.flatMap((place): Refused[] =>
    place.matches(FOUND)
      ? [...place.children].map((item) => ({ place: item, words: item.textContent ?? '' }))
      : [{ place, words: invalidWords(place) }],
  );
  // A field that does not hold says the first of what was found in it again.
  const found = said.filter(({ place }) => !place.matches(INVALID)).map(({ words }) => words);
  const isAgain = ({ place, words }: Refused) =>
    place.matches(INVALID) && found.some((each) => words.endsWith(each));
  return [...new Map(said.filter((one) => !isAgain(one)).map((one) => [one.words, one])).values()];
}

function line({ place, words }: Refused): HTMLElement {
  const item = element('li');
  const button = element('button', words);
  button.type = 'button';
  button.addEventListener('click', () => {
    place.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (place instanceof HTMLElement && place.matches(INVALID)) place.focus();
  });
  item.append(button);
  return item;
}

/**
 * Says above all else at the foot of the window what is refused in the form that is open, since it may be far from the
 * button that saves. It opens when that button is pressed, and leads to each place.
 */
export function showRefused(): void {
  const root = partOfFoot('What stops the saving', true);
  const details = element('details');
  details.className = 'refusals';
  details.hidden = true;
  const summary = element('summary');
  const list = element('ol');
  list.setAttribute('aria-label', 'To fix in this form');
  details.append(summary, list);
  root.append(element('style', FOOT_STYLE + LIST_STYLE), details);
  let shown = '';
  const look = (): readonly Refused[] => {
    const form = openForm();
    const refused = form ? refusedIn(form) : [];
    const now = refused.map(({ words }) => words).join('\n');
    if (now === shown) return refused;
    shown = now;
    details.hidden = refused.length === 0;
    if (details.hidden) details.open = false;
    summary.textContent = `${counted(refused.length, 'thing')} to fix in this form before it can be saved`;
    list.replaceChildren(...refused.map(line));
    return refused;
  };
  setInterval(look, EVERY);
  const say = () =>
    setTimeout(() => {
      const [first] = look();
      if (!first) return;
      details.open = true;
      first.place.scrollIntoView({ block: 'center', behavior: 'instant' });
    }, WAIT);
  // Before the editor’s package, which keeps both to itself.
  const first = { capture: true };
  document.addEventListener('submit', say, first);
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest(SAVES)) say();
    },
    first,
  );
}
