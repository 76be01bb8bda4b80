import { trustedAs } from './trusted.ts';

/** How long typing pauses before the plan is worked out again, in milliseconds. */
const PAUSE = 400;

const trusted = trustedAs('plan');

/** The most meetings a year for each rhythm, as the form states them. */
type Most = Readonly<Record<string, number>>;

const find = <Found extends HTMLElement>(name: string, within: ParentNode = document) =>
  within.querySelector<Found>(`[data-${name}]`);

const rhythmOf = (form: HTMLFormElement) => String(new FormData(form).get('rhythm') ?? '');

/** Puts a fresh answer in the old one's place, with its address, title and announcement. */
function show(fresh: Document): void {
  const plan = find('plan', fresh);
  if (!plan) return;
  find('plan')?.replaceWith(plan);
  document.title = fresh.title;
  history.replaceState(null, '', plan.dataset['address']);
  const status = find('plan-status');
  const said = [...plan.querySelectorAll('.result')].map((result) => result.textContent);
  if (status) status.textContent = said.join(' ');
}

/** An answer to other numbers than the form now holds is worse than none. */
function clear(): void {
  const plan = find('plan');
  if (plan) plan.hidden = 'answered' in plan.dataset;
}

/** Whether there is enough to plan; what is not is left for the button and the server to say. */
function isReady(form: HTMLFormElement): boolean {
  const numbers = [...form.querySelectorAll<HTMLInputElement>('input[inputmode]')];
  const people = numbers.filter(({ name }) => name !== 'sessions');
  return (
    rhythmOf(form) !== '' &&
    numbers.every(({ value }) => /^[\d, ]*$/.test(value)) &&
    people.some(({ value }) => Number.parseInt(value, 10) > 0)
  );
}

/** Asks the server for the plan that is typed, and shows it. */
async function ask(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) query.append(name, String(value));
  const response = await fetch(`${form.action}?${query}`, { signal });
  if (!response.ok) return clear();
  show(new DOMParser().parseFromString(trusted(await response.text()), 'text/html'));
}

/** Another rhythm brings its own number of meetings, unless fewer were typed. */
function refill(form: HTMLFormElement, before: string): void {
  const most: Most = JSON.parse(form.dataset['most'] ?? '{}');
  const sessions = form.querySelector<HTMLInputElement>('#sessions');
  const limit = most[rhythmOf(form)];
  if (!sessions || limit === undefined) return;
  const untouched = sessions.value === '' || Number(sessions.value) === most[before];
  if (untouched || Number(sessions.value) > limit) sessions.value = String(limit);
}

/** Keeps the answer in step with the form while somebody fills it in. */
function follow(form: HTMLFormElement): void {
  let asking = new AbortController();
  let timer = 0;
  let rhythm = rhythmOf(form);
  form.addEventListener('input', () => {
    if (rhythm !== rhythmOf(form)) refill(form, rhythm);
    rhythm = rhythmOf(form);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    clearTimeout(timer);
    if (!isReady(form)) return clear();
    timer = window.setTimeout(() => {
      ask(form, signal).catch(() => signal.aborted || clear());
    }, PAUSE);
  });
}

const form = find<HTMLFormElement>('planner');
// A form sent back with faults is sent again by its button, which clears them.
if (form && !document.querySelector('.error-summary')) follow(form);
