import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineStatus, statusInWords } from '#domain/hours/line-status.ts';
import { publishRules } from '#domain/hours/published-rules.ts';
import type { LineRules } from '#domain/hours/rules.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { makeRules } from '../support/line.ts';
import { instants, london } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

const PUBLISHED_ON = dayFromIso('2025-12-01') ?? 0;

const wordsAt = (rules: LineRules, instant: number) => {
  const now = wallClockAt(instant);
  return statusInWords(lineStatus(rules, now), now.day);
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

  it('says nothing when no opening is known', () => {
    expect(wordsAt(rules, london('2041-12-31T18:00'))).toBe('');
    expect(wordsAt(rules, london('2043-06-01T10:00'))).toBe('');
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

  function openPage(rules: LineRules, now: number) {
    const status = { textContent: '', hidden: true };
    const marked = new Map<string, boolean>();
    const element = Object.create(status, {
      textContent: {
        get: () => status.textContent,
        set: (text: string) => {
          status.textContent = text;
        },
      },
      hidden: {
        get: () => status.hidden,
        set: (hidden: boolean) => {
          status.hidden = hidden;
        },
      },
      toggleAttribute: { value: (name: string, on: boolean) => marked.set(name, on) },
    });
    const place = { dataset: { lineRules: publishRules(rules, PUBLISHED_ON) } };
    const document = {
      querySelector: (selector: string) => (selector === '[data-line-rules]' ? place : null),
      querySelectorAll: (selector: string) => (selector === '[data-line-status]' ? [element] : []),
    };
    const clock = { now };
    const timers: Timer[] = [];
    class PageDate extends Date {
      static override now = () => clock.now;
    }
    runInNewContext(script, {
      document,
      Intl,
      Date: PageDate,
      setTimeout: (run: () => void, after: number) => timers.push({ run, after }),
    });
    return { status, clock, timers, isOpen: () => marked.get('data-open') };
  }

  const rules = makeRules({
    hours: { wednesday: { opens: 600, closes: 750 }, friday: 'closed' },
    closures: [{ from: '2026-12-21', to: '2027-01-03', why: 'Winter break' }],
  });

  it(
    'says what the domain says, at any instant',
    () => {
      check(
        'line status in the browser against the domain',
        fc.property(instants, (instant) => {
          const words = wordsAt(rules, instant);
          expect(openPage(rules, instant).status).toEqual({ textContent: words, hidden: false });
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it('says so again as the minute turns', () => {
    const now = london('2026-11-24T17:59:20');
    const { status, clock, timers, isOpen } = openPage(rules, now);
    expect(status.textContent).toBe('Open now, until 6pm');
    expect(isOpen()).toBe(true);
    expect(timers).toHaveLength(1);
    expect(timers[0]?.after).toBe(40_000);
    clock.now = now + 40_000;
    timers[0]?.run();
    expect(status.textContent).toBe('Closed now, opens tomorrow 10am');
    expect(isOpen()).toBe(false);
    expect(timers[1]?.after).toBe(60_000);
  });

  it('stays hidden once the rules have run out', () => {
    expect(openPage(rules, london('2042-01-01T10:00')).status).toEqual({
      textContent: '',
      hidden: true,
    });
  });

  it('is small enough for a reading page', () => {
    expect(script.length).toBeLessThan(2_000);
    expect(brotliCompressSync(script).length).toBeLessThan(1_100);
  });
});
