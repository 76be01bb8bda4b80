import { TIME_ZONE } from '#domain/time/zone.ts';

/** "Tue 11:00" in a zone; in the reader's own when none is given. */
const clockOf = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/** The day and the time of a clock, apart. */
const readingOf = (clock: Intl.DateTimeFormat, instant: number) =>
  clock.format(instant).split(/,? /);

const here = clockOf();
const london = clockOf(TIME_ZONE);

const span = (className: string, words: string) =>
  Object.assign(document.createElement('span'), { className, textContent: words });

/** Beside a time among others there is little room: the eye is told once, above them, whose time it is. */
function noteOf(words: string, isChoice: boolean): HTMLElement {
  if (!isChoice) return span('own-time', ` (${words} your time)`);
  const note = span('own-time', ` ${words}`);
  note.append(span('visually-hidden', ' your time'));
  return note;
}

let choices = 0;

/** Says beside each London time what a clock shows where the reader is, with the day where that differs. */
for (const time of document.querySelectorAll<HTMLTimeElement>('main time[datetime]')) {
  const instant = Date.parse(time.dateTime);
  const [day, own] = readingOf(here, instant);
  const [londonDay, theirs] = readingOf(london, instant);
  if (day === londonDay && own === theirs) continue;
  const isChoice = time.closest('label') !== null;
  if (isChoice) choices += 1;
  time.after(noteOf(day === londonDay ? `${own}` : `${day} ${own}`, isChoice));
}

if (choices > 0) {
  document.getElementById('start-hint')?.append(' Under each is your own time.');
}
