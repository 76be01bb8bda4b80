import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActDone, CaseAct } from '#domain/desk/acts.ts';
import {
  closedDay,
  closedDayInWords,
  dateSet,
  followUpDay,
  followUpFault,
  workingDaysAfter,
} from '#domain/desk/follow-up.ts';
import { OUTCOME_NAMES } from '#domain/desk/outcomes.ts';
import { type OpenTimes, openTimes } from '#domain/hours/open-times.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { BANK_HOLIDAYS, makeHours, makeRules, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';

/** Instants of 2026 to 2040, to the minute. */
const anyInstant = fc
  .integer({
    min: Date.parse('2026-01-01T00:00Z') / 60_000,
    max: Date.parse('2040-11-30T00:00Z') / 60_000,
  })
  .map((minute) => minute * 60_000);

const dayAfter = (instant: string, count: number, rules = makeRules()) =>
  isoDate(workingDaysAfter(rules, london(instant), count));

describe('three working days on', () => {
  it.each([
    ['from a Monday', '2026-11-23T10:00', '2026-11-26'],
    ['over a weekend', '2026-11-26T17:59', '2026-12-01'],
    ['from a Saturday', '2026-11-28T10:00', '2026-12-02'],
    ['from the last minute of a day in summer time', '2026-06-30T23:59', '2026-07-03'],
    ['over the night the clocks go back', '2026-10-23T10:00', '2026-10-28'],
  ])('%s', (_, instant, expected) => {
    expect(dayAfter(instant, 3)).toBe(expected);
  });

  it('counts no bank holiday, and no day the line never opens', () => {
    expect(dayAfter('2026-12-23T10:00', 3)).toBe('2026-12-30');
    expect(dayAfter('2026-11-26T10:00', 1, makeRules({ hours: { friday: 'closed' } }))).toBe(
      '2026-11-30',
    );
  });

  it('leaves as many working days behind as were asked for, whatever the day, the clock and the holidays', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 9 }), (from, count) => {
        const last = isoDate(workingDaysAfter(makeRules(), from, count));
        let day = zoned(from).toPlainDate();
        let working = 0;
        while (day.toString() < last) {
          day = day.add({ days: 1 });
          if (day.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(day.toString())) working += 1;
        }
        expect(working).toBe(count);
        expect(day.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(last)).toBe(true);
      }),
    );
  });
});

describe('when a case is looked at again', () => {
  const now = london('2026-11-23T10:00');

  it.each(OUTCOME_NAMES)('after “%s”', (outcome) => {
    const rests = ['spoke', 'left a message', 'wrote'].includes(outcome);
    const day = followUpDay(makeRules(), now, { outcome });
    expect(day && isoDate(day)).toBe(rests ? '2026-11-26' : undefined);
    const followUp = dayFromIso('2026-12-15');
    expect(followUpDay(makeRules(), now, { outcome, followUp })).toBe(followUp);
  });
});

describe('a date that staff give', () => {
  const now = london('2026-11-24T10:00');
  const faultOn = (date: string) => followUpFault(dayFromIso(date), now)?.message;

  it('lies ahead, and no more than a year', () => {
    expect(faultOn('2026-11-24')).toBe('Enter a follow-up date after today, or leave it empty.');
    expect(faultOn('2026-11-25')).toBeUndefined();
    expect(faultOn('2027-11-25')).toBeUndefined();
    expect(faultOn('2027-11-26')).toBe(
      'Friday 26 November 2027 is more than a year ahead. Choose a day up to Thursday 25 November 2027.',
    );
    expect(faultOn('2099-01-01')).toContain('is more than a year ahead.');
  });

  it('is taken on the 366 days after the London date, whatever the instant', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -800, max: 800 }), (from, ahead) => {
        const day = zoned(from).toPlainDate().add({ days: ahead });
        const fault = followUpFault(dayFromIso(day.toString()), from);
        expect(fault === undefined).toBe(ahead >= 1 && ahead <= 366);
      }),
    );
  });
});

const closure = { kind: 'closure', id: 'one', why: 'Both on leave' } as const;

const timesWith = (from: string, to: string): OpenTimes =>
  openTimes({ hours: makeHours(), bankHolidays: NAMED_BANK_HOLIDAYS }, [{ ...closure, from, to }], {
    first: 0,
    last: 0,
  });

describe('a day on which the line is closed', () => {
  const today = dayFromIso('2026-11-24') ?? 0;
  const said = (date: string) =>
    closedDayInWords(timesWith('2026-12-14', '2026-12-18'), dayFromIso(date) ?? 0, today);
  const LATER = 'The case is on Today from that day all the same, until someone sees to it.';

  it.each([
    ['2026-12-11', ''],
    [
      '2026-12-15',
      `The line is closed that day: Both on leave. The next open day is Monday 21 December. ${LATER}`,
    ],
    [
      '2026-12-05',
      `The line is closed that day, as every weekend. The next open day is Monday 7 December. ${LATER}`,
    ],
    [
      '2026-12-25',
      `The line is closed that day: Christmas Day, a bank holiday. The next open day is Tuesday 29 December. ${LATER}`,
    ],
  ])('%s', (date, expected) => {
    expect(said(date)).toBe(expected);
  });

  it('is a weekend, a bank holiday or a closure, and the next open day is the first that is none', () => {
    const days = fc.integer({ min: 0, max: 14 * 365 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 40 }), (at, begins, lasts) => {
        const first = zoned(Date.parse('2026-01-01T12:00Z')).toPlainDate();
        const from = first.add({ days: begins % 2 === 0 ? begins : at });
        const to = from.add({ days: lasts });
        const isShut = (day: typeof first) =>
          day.dayOfWeek > 5 ||
          BANK_HOLIDAYS.includes(day.toString()) ||
          (from.toString() <= day.toString() && day.toString() <= to.toString());
        const asked = first.add({ days: at });
        const times = timesWith(from.toString(), to.toString());
        const found = closedDay(times, dayFromIso(asked.toString()) ?? 0);
        expect(found !== undefined).toBe(isShut(asked));
        if (!found) return;
        let next = asked.add({ days: 1 });
        while (isShut(next)) next = next.add({ days: 1 });
        expect(isoDate(found.nextOpen ?? 0)).toBe(next.toString());
      }),
    );
  });
});

describe('the date that is set', () => {
  const today = dayFromIso('2026-11-24') ?? 0;
  const actor = 'staff@example.org';
  const done = (act: CaseAct, undone = false): ActDone => ({
    ...{ ...act, id: '1', at: new Date(0), actor },
    ...(undone && { undone: { at: new Date(0), actor } }),
  });
  const put = (followUp: number) => done({ act: 'follow-up set', followUp });

  it.each<[string, ActDone[], number | undefined]>([
    ['nothing was decided', [done({ act: 'note', words: 'A.' })], undefined],
    ['it lies ahead', [put(today + 1)], today + 1],
    ['it has come', [put(today)], undefined],
    ['only a note came after it', [put(today + 9), done({ act: 'note', words: 'A.' })], today + 9],
    ['it was closed since', [put(today + 9), done({ act: 'closed' })], undefined],
    [
      'what replaced it was undone',
      [put(today + 9), done({ act: 'outcome', outcome: 'not now' }, true)],
      today + 9,
    ],
  ])('%s', (_, acts, expected) => {
    expect(dateSet(acts, today)?.day).toBe(expected);
  });
});
