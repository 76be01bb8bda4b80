/** From this share of the room on, what is left is said. */
const NEAR = 0.9;

/** Long enough for a screen reader not to be told at every key. */
const PAUSE_MS = 600;

const characters = (count: number) =>
  `${count.toLocaleString('en-GB')} character${count === 1 ? '' : 's'}`;

/** How many characters fit after a text, counted as the server counts it: line ends as one, emoji beyond the basic plane as one. */
const leftAfter = (text: string, most: number) => most - [...text.trim()].length;

function words(left: number, most: number): string {
  if (left < 0) return `You have ${characters(-left)} too many.`;
  return left <= most * (1 - NEAR) ? `You have ${characters(left)} left.` : '';
}

/** Says under a field how much room is left, once there is little. Nothing is cut, and without script the answer says it. */
for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
  '[data-most]',
)) {
  const most = Number(field.dataset['most']);
  const note = document.createElement('div');
  note.setAttribute('role', 'status');
  field.after(note);
  let pause = 0;
  const say = () => {
    const left = leftAfter(field.value, most);
    const said = words(left, most);
    note.className = left < 0 ? 'fault' : 'hint';
    if (note.textContent !== said) note.textContent = said;
  };
  field.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(say, PAUSE_MS);
  });
  say();
}
