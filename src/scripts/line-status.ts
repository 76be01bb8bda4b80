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

/** Says wherever it is asked whether the line is open, and again as each minute turns. */
function showAll(): void {
  const rules = document.querySelector<HTMLElement>('[data-line-rules]')?.dataset.lineRules;
  const now = londonClock(Date.now());
  const found = lineStatus(readRules(rules ?? ''), now);
  const words = statusInWords(found, now.day);
  for (const status of document.querySelectorAll<HTMLElement>('[data-line-status]')) {
    status.textContent = words;
    status.hidden = !words;
    status.toggleAttribute('data-open', found.open);
  }
  setTimeout(showAll, MINUTE - (Date.now() % MINUTE));
}

showAll();
