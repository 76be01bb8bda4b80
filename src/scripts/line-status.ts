import type { LineAnswer } from '#domain/hours/line-answer.ts';
import { lineStatus, statusInWords } from '#domain/hours/line-status.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { WallClock } from '#domain/time/zone.ts';

// The browser's own zone data would answer too, and takes long enough to read on a slow phone that a press waits for it.

/** London's wall clock at an instant that the site wrote with London's offset: "2026-11-24T11:00:00+00:00". */
function londonClock(text: string): WallClock {
  const minutes = Date.parse(`${text.slice(0, 16)}Z`) / MINUTE;
  return { day: Math.floor(minutes / 1440), minute: minutes % 1440 };
}

let line: LineAnswer | undefined;
let asked = 0;

/** Says wherever it is asked whether the line is open, and on which days ahead it is closed, once that is known. */
function showAll(): void {
  const now = Date.now();
  const today = line?.days.findLast((midnight) => Date.parse(midnight) <= now);
  if (!(line && today)) return;
  const { open, until = line.next } = lineStatus(
    line.hours.flatMap(({ opens, closes }) => [opens, closes]),
    (moment) => Date.parse(moment) > now,
  );
  const words = statusInWords(open, londonClock(today).day, until ? londonClock(until) : undefined);
  for (const status of document.querySelectorAll<HTMLElement>('[data-line-status]')) {
    status.textContent = words;
    status.hidden = false;
    status.toggleAttribute('data-open', open);
  }
  for (const ahead of document.querySelectorAll<HTMLElement>('[data-line-ahead]')) {
    ahead.textContent = line.closed;
  }
}

/** Asks when the line is open (docs/api.md), unless it was asked within the minute; without an answer the hours stand as text. */
async function ask(): Promise<void> {
  if (document.hidden || Date.now() - asked < MINUTE) return;
  asked = Date.now();
  try {
    const answer = await fetch('/api/line');
    if (answer.ok) line = await answer.json();
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
