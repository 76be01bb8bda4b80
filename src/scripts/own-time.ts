import { ownTime, placeOfZone } from '#domain/time/own-time.ts';

/** Whose time it is. Asked for only where it is said: most readers’ clocks show London’s time. */
const yours = () => `your time (${placeOfZone(Intl.DateTimeFormat().resolvedOptions().timeZone)})`;

const span = (className: string, words: string) =>
  Object.assign(document.createElement('span'), { className, textContent: words });

/** What stands beside a London time for a reader elsewhere: " · 5am your time (New York)"; nothing where both clocks show the same. */
function besideIt(instant: string): string {
  const own = ownTime(instant);
  return own ? ` · ${own} ${yours()}` : '';
}

/** The instant of a time to choose: it may be one of a day's, which are told by London's clock. */
function instantOf({ value, form }: HTMLInputElement): string {
  const day = form?.querySelector<HTMLInputElement>('[name=day]')?.value;
  return day ? `${day}T${value}${form?.dataset['offset']}` : value;
}

for (const time of document.querySelectorAll<HTMLTimeElement>('main time[datetime]')) {
  const own = besideIt(time.dateTime);
  if (own) time.after(span('own-time', own));
}

let choices = 0;

/** Among many times there is little room: the eye is told once, above them, whose time it is. */
for (const radio of document.querySelectorAll<HTMLInputElement>(
  '.pick [name=time], .pick [name=start]',
)) {
  const own = ownTime(instantOf(radio));
  if (!own) continue;
  choices += 1;
  radio.nextElementSibling?.append(
    span('visually-hidden', ' UK time, '),
    span('own-time', own),
    span('visually-hidden', ' your time'),
  );
}

if (choices) document.getElementById('start-hint')?.append(` Under each is ${yours()}.`);

const days = document.querySelector<HTMLElement>('.days');

/** The button of a day names the time that is chosen on it. */
function nameButton(radio: HTMLInputElement): void {
  const button = radio.form?.querySelector('button');
  if (!button) return;
  const clock = radio.nextElementSibling?.firstChild?.textContent;
  const own = besideIt(instantOf(radio));
  button.dataset['does'] ??= button.textContent ?? '';
  button.textContent = `${button.dataset['does']}, ${clock}${own && ` UK time${own}`}`;
}

days?.querySelectorAll<HTMLInputElement>('form :checked').forEach(nameButton);
days?.addEventListener('change', ({ target }) => nameButton(target as HTMLInputElement));

/** Home and End lead to the first and the last of the days, or of the times that are open. */
days?.addEventListener('keydown', (event) => {
  const at = ['Home', 'End'].indexOf(event.key);
  const { name } = event.target as HTMLInputElement;
  if (at < 0 || !name) return;
  event.preventDefault();
  const seen = days.querySelectorAll<HTMLInputElement>(`[name=${name}]`);
  const radio = [...seen].filter(({ offsetParent }) => offsetParent).at(-at);
  radio?.focus();
  radio?.click();
});
