/** From this share of the room on, what is left is said. */
const NEAR = 0.9;

/** Long enough for a screen reader not to be told at every key. */
const PAUSE_MS = 600;

const characters = (count: number) =>
  `${count.toLocaleString('en-GB')} character${count === 1 ? '' : 's'}`;

/** How much room a text leaves, counted as the server counts it: line ends as one, emoji beyond the basic plane as one. */
function roomLeft(text: string, most: number): string {
  const left = most - [...text.trim()].length;
  if (left < 0) return `You have ${characters(-left)} too many.`;
  return left <= most * (1 - NEAR) ? `You have ${characters(left)} left.` : '';
}

/** Says under a field how much room is left, once there is little. Nothing is cut, and without script the answer says it. */
for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
  '[data-most]',
)) {
  const most = Number(field.dataset['most']);
  const note = document.createElement('div');
  note.className = 'hint';
  note.setAttribute('role', 'status');
  field.after(note);
  let pause = 0;
  const say = () => {
    const words = roomLeft(field.value, most);
    if (note.textContent !== words) note.textContent = words;
  };
  field.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(say, PAUSE_MS);
  });
  say();
}
