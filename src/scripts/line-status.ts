import { lineStatus, statusInWords } from '#domain/hours/line-status.ts';
import { readRules } from '#domain/hours/published-rules.ts';
import { dayOf, MINUTE } from '#domain/time/day.ts';
import { TIME_ZONE, type WallClock } from '#domain/time/zone.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** London's wall clock, read from the browser's own zone data: "24/11/2026, 11:00". */
function londonClock(instant: number): WallClock {
  const numbers = format.format(instant).split(/\D+/).map(Number);
  const [date, month, year, hour, minute] = numbers as [number, number, number, number, number];
  return { day: dayOf(year, month, date), minute: hour * 60 + minute };
}

function show(place: HTMLElement): void {
  const status = place.querySelector<HTMLElement>('[data-line-status]');
  if (!status) return;
  const now = londonClock(Date.now());
  const found = lineStatus(readRules(place.dataset.lineRules ?? ''), now);
  const words = statusInWords(found, now.day);
  status.textContent = words;
  status.hidden = !words;
  status.toggleAttribute('data-open', found.open);
}

/** Says beside each set of hours whether the line is open, and again as each minute turns. */
function showAll(): void {
  document.querySelectorAll<HTMLElement>('[data-line-rules]').forEach(show);
  setTimeout(showAll, MINUTE - (Date.now() % MINUTE));
}

showAll();
