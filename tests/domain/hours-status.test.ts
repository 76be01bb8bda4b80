import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineAnswer } from '#domain/hours/line-answer.ts';
import { lineStatus, statusInWords } from '#domain/hours/line-status.ts';
import { openings } from '#domain/hours/openings.ts';
import type { LineRules } from '#domain/hours/rules.ts';
import { DAY, MINUTE } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { makeRules } from '../support/line.ts';
import { instants, london } from '../support/london.ts';
import { checkAsync, PROPERTY_TIMEOUT } from '../support/properties.ts';

/** The moments of the three weeks from an instant at which it opens and closes in turn, as `GET /api/line` answers them. */
const momentsFrom = (rules: LineRules, instant: number) => {
  const { day } = wallClockAt(instant);
  return openings(rules, { first: day, last: day + 20 }).flatMap(({ start, end }) => [start, end]);
};

const wordsAt = (rules: LineRules, instant: number) => {
  const { open, until } = lineStatus(momentsFrom(rules, instant), (moment) => moment > instant);
  const { day } = wallClockAt(instant);
  return statusInWords(open, day, until === undefined ? undefined : wallClockAt(until));
};

describe('whether the line is open', () => {
  const rules = makeRules({
    hours: { wednesday: { opens: 600, closes: 750 } },
    closures: [{ from: '2026-12-21', to: '2027-01-03', why: 'Winter break' }],
  });

  it.each([
    ['2026-11-24T08:59', 'Closed now, opens today 9am'],
    ['2026-11-24T09:00', 'Open now, until 6pm'],
    ['2026-11-24T17:59', 'Open now, until 6pm'],
    ['2026-11-24T18:00', 'Closed now, opens tomorrow 10am'],
    ['2026-11-25T12:29', 'Open now, until 12:30pm'],
    ['2026-11-25T12:30', 'Closed now, opens tomorrow 9am'],
    ['2026-11-27T18:00', 'Closed now, opens Monday 9am'],
    ['2026-11-28T12:00', 'Closed now, opens Monday 9am'],
    ['2026-11-29T23:59', 'Closed now, opens tomorrow 9am'],
    ['2026-11-30T00:00', 'Closed now, opens today 9am'],
    ['2026-04-02T18:00', 'Closed now, opens Tuesday 9am'],
    ['2026-12-18T18:00', 'Closed now, opens Monday 4 January 2027 9am'],
    ['2026-12-28T10:00', 'Closed now, opens Monday 4 January 2027 9am'],
    ['2026-12-29T10:00', 'Closed now, opens Monday 9am'],
    ['2027-01-03T10:00', 'Closed now, opens tomorrow 9am'],
    ['2026-03-30T08:30', 'Closed now, opens today 9am'],
    ['2026-10-26T17:30', 'Open now, until 6pm'],
  ])('at %s: %s', (now, words) => {
    expect(wordsAt(rules, london(now))).toBe(words);
  });

  it('says that it is closed, and no more, when no opening is known', () => {
    expect(wordsAt(rules, london('2041-12-31T18:00'))).toBe('Closed now');
    expect(wordsAt(rules, london('2043-06-01T10:00'))).toBe('Closed now');
  });
});

/** The script as a reader's browser runs it: bundled, with a page, a clock and a timer of the test's. */
describe('the script on a page', () => {
  let script = '';

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: ['src/scripts/line-status.ts'],
      bundle: true,
      minify: true,
      format: 'iife',
      write: false,
    });
    script = outputFiles[0]?.text ?? '';
  });

  interface Timer {
    run: () => void;
    after: number;
  }

  /** A page of a reader, whose `answer` is what the site says; it is told of what it was asked. */
  async function openPage(now: number, answer: () => Promise<unknown>) {
    const status = { textContent: '', hidden: true };
    const marked = new Map<string, boolean>();
    const element = Object.assign(status, {
      toggleAttribute: (name: string, on: boolean) => marked.set(name, on),
    });
    const listeners = new Map<string, () => unknown>();
    const document = {
      hidden: false,
      querySelectorAll: (selector: string) => (selector === '[data-line-status]' ? [element] : []),
      addEventListener: (name: string, listen: () => unknown) => listeners.set(name, listen),
    };
    const clock = { now };
    const timers: Timer[] = [];
    const asked: string[] = [];
    class PageDate extends Date {
      static override now = () => clock.now;
    }
    const drawings: (() => unknown)[] = [];
    class PerformanceObserver {
      readonly #noticed: () => unknown;
      constructor(noticed: () => unknown) {
        this.#noticed = noticed;
      }
      observe({ type }: { type: string }) {
        if (type === 'paint') drawings.push(this.#noticed);
      }
    }
    runInNewContext(script, {
      document,
      PerformanceObserver,
      Date: PageDate,
      setTimeout: (run: () => void, after: number) => timers.push({ run, after }),
      fetch: async (path: string) => {
        asked.push(path);
        const body = await answer();
        return { ok: body !== undefined, json: async () => body };
      },
    });
    const before = { ...status, asked: asked.length };
    for (const noticed of drawings) noticed();
    await new Promise(setImmediate);
    const show = async () => {
      await listeners.get('visibilitychange')?.();
      await new Promise(setImmediate);
    };
    return { status, before, clock, timers, asked, show, isOpen: () => marked.get('data-open') };
  }

  /** What the site answers about the three weeks from an instant. */
  const answerAt = (rules: LineRules, instant: number) => async () =>
    lineAnswer('01632 960 000', { rules, blocks: [] }, wallClockAt(instant).day);

  const said = ({ status }: { status: { textContent: string; hidden: boolean } }) => [
    status.textContent,
    status.hidden,
  ];

  const rules = makeRules({
    hours: { wednesday: { opens: 600, closes: 750 }, friday: 'closed' },
    closures: [{ from: '2026-12-21', to: '2027-01-03', why: 'Winter break' }],
  });

  it('says what the domain says, at any instant', { timeout: PROPERTY_TIMEOUT }, async () => {
    await checkAsync(
      'line status in the browser against the domain',
      fc.asyncProperty(instants, async (instant) => {
        const page = await openPage(instant, answerAt(rules, instant));
        expect(said(page)).toEqual([wordsAt(rules, instant), false]);
      }),
    );
  });

  it('says what the domain says from an answer that the CDN has kept for a day', {
    timeout: PROPERTY_TIMEOUT,
  }, async () => {
    await checkAsync(
      'line status in the browser, a day after the answer',
      fc.asyncProperty(instants, fc.nat({ max: 24 * 60 }), async (instant, minutes) => {
        const page = await openPage(instant, answerAt(rules, instant - minutes * MINUTE));
        expect(said(page)).toEqual([wordsAt(rules, instant), false]);
      }),
    );
  });

  it('says nothing where the reader’s clock is before the days that are answered', async () => {
    const now = london('2026-11-24T10:00');
    expect(said(await openPage(now - DAY, answerAt(rules, now)))).toEqual(['', true]);
  });

  it('says nothing until it has the answer, and says so again as the minute turns', async () => {
    const now = london('2026-11-24T17:59:20');
    const { before, status, clock, timers, isOpen, asked } = await openPage(
      now,
      answerAt(rules, now),
    );
    // Nothing is asked for before the page is drawn.
    expect(before).toMatchObject({ textContent: '', hidden: true, asked: 0 });
    expect(asked).toEqual(['/api/line']);
    expect(status.textContent).toBe('Open now, until 6pm');
    expect(isOpen()).toBe(true);
    expect(timers).toHaveLength(1);
    expect(timers[0]?.after).toBe(40_000);
    clock.now = now + 40_000;
    timers[0]?.run();
    expect(status.textContent).toBe('Closed now, opens tomorrow 10am');
    expect(isOpen()).toBe(false);
    expect(timers[1]?.after).toBe(60_000);
    expect(asked).toHaveLength(1);
  });

  it('asks again when the page is looked at again, once a minute has passed', async () => {
    const now = london('2026-11-24T10:00');
    let closed = false;
    const away = makeRules({ closures: [{ from: '2026-11-24', to: '2026-12-31', why: 'Away' }] });
    const page = await openPage(now, () =>
      closed ? answerAt(away, now)() : answerAt(rules, now)(),
    );
    closed = true;
    page.clock.now = now + 30_000;
    await page.show();
    expect(said(page)).toEqual(['Open now, until 6pm', false]);
    page.clock.now = now + 60_000;
    await page.show();
    expect(said(page)).toEqual(['Closed now, opens Monday 4 January 2027 9am', false]);
    expect(page.asked).toHaveLength(2);
  });

  it('says no more than that it is closed where no later opening is known', async () => {
    const now = london('2026-11-24T10:00');
    const away = makeRules({ closures: [{ from: '2026-11-24', to: '2099-12-31', why: 'Away' }] });
    const answer = await answerAt(away, now)();
    expect(answer).not.toHaveProperty('next');
    expect(said(await openPage(now, async () => answer))).toEqual(['Closed now', false]);
  });

  it.each([
    ['no answer comes', () => Promise.reject(new Error('away'))],
    ['it is refused', async () => undefined],
  ])('stays hidden where %s', async (_, answer) => {
    expect(said(await openPage(london('2026-11-24T10:00'), answer))).toEqual(['', true]);
  });

  it('is small enough for a reading page', () => {
    expect(script.length).toBeLessThan(2_000);
    expect(brotliCompressSync(script).length).toBeLessThan(1_100);
  });
});
