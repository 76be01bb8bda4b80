import type { LineAnswer } from '#domain/hours/line-answer.ts';
import { lineStatus, type OpenHours, statusInWords } from '#domain/hours/line-status.ts';
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

let hours: OpenHours[] | undefined;
let asked = 0;

/** Says wherever it is asked whether the line is open, once that is known. */
function showAll(): void {
  if (!hours) return;
  const now = Date.now();
  const { open, until } = lineStatus(hours, now);
  const words = statusInWords(
    open,
    londonClock(now).day,
    until === undefined ? until : londonClock(until),
  );
  for (const status of document.querySelectorAll<HTMLElement>('[data-line-status]')) {
    status.textContent = words;
    status.hidden = false;
    status.toggleAttribute('data-open', open);
  }
}

/** Asks when the line is open (docs/api.md), unless it was asked within the minute; without an answer the hours stand as text. */
async function ask(): Promise<void> {
  if (document.hidden || Date.now() - asked < MINUTE) return;
  asked = Date.now();
  try {
    const answer: LineAnswer = await (await fetch('/api/line')).json();
    hours = answer.hours.map(({ opens, closes }) => ({
      opens: Date.parse(opens),
      closes: Date.parse(closes),
    }));
    showAll();
  } catch {}
}

/** As each minute turns. */
function turn(): void {
  showAll();
  setTimeout(turn, MINUTE - (Date.now() % MINUTE));
}

// Nothing is asked for before the page is drawn.
new PerformanceObserver(ask).observe({ type: 'paint', buffered: true });
turn();
document.addEventListener('visibilitychange', ask);
