import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanInWords, wholeDay } from '#domain/blocks/block.ts';
import { faultsOf } from '#domain/faults.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import { openTimes } from '#domain/hours/open-times.ts';
import { openings } from '#domain/hours/openings.ts';
import { fieldsOf, NARROWING_SCHEMAS } from '#domain/narrowings/narrowing-form.ts';
import { whenInWords } from '#domain/narrowings/narrowing-words.ts';
import { previewOf } from '#domain/narrowings/preview.ts';
import { narrowingIn } from '#domain/narrowings/validate-narrowing.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeCalls } from '../support/diary.ts';
import { makeHours, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london } from '../support/london.ts';
import { judge } from '../support/make-narrowing.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';
import { isOpenThroughout } from '../support/slot-rule.ts';
import { slotWorlds } from '../support/slot-worlds.ts';

const day = (date: string) => dayFromIso(date) ?? Number.NaN;
const TODAY = day('2026-11-24');

describe('what can be set', () => {
  it.each([
    ['two weeks closed', 'closure', { from: '2026-12-07', to: '2026-12-18', why: 'Away' }, {}],
    ['one day closed', 'closure', { from: '2026-12-07', why: 'Away' }, { to: '2026-12-07' }],
    [
      'a week with a bank holiday in it',
      'closure',
      { from: '2026-12-24', to: '2027-01-03', why: 'Winter' },
      {},
    ],
    [
      'shorter hours for a month',
      'dated hours',
      { from: '2027-08-01', to: '2027-08-31', opens: 600, closes: 960 },
      { hours: { opens: 600, closes: 960 } },
    ],
    [
      'every Monday afternoon until Easter',
      'block',
      {
        from: '2026-11-30',
        to: '2027-03-26',
        much: 'part',
        opens: 780,
        closes: 1080,
        weekdays: [0],
      },
      { hours: { opens: 780, closes: 1080 }, weekdays: [0] },
    ],
    ['today, though it has begun', 'block', { from: '2026-11-24', much: 'day' }, {}],
    [
      'time that is partly blocked already',
      'block',
      { from: '2026-11-30', much: 'part', opens: 840, closes: 960 },
      { hours: { opens: 840, closes: 960 } },
    ],
    [
      'hours wider than a short day, on another day of the span',
      'block',
      { from: '2026-11-25', to: '2026-11-26', much: 'part', opens: 900, closes: 1020 },
      {},
    ],
  ] as const)('%s', (_, kind, posted, said) => {
    const { why, from } = { why: undefined, ...posted } as { why?: string; from: string };
    expect(judge(kind, posted)).toEqual({
      outcome: 'fit',
      narrowing: expect.objectContaining({
        id: 'x',
        kind,
        from,
        to: from,
        ...('to' in posted && { to: posted.to }),
        ...(why !== undefined && { why }),
        ...said,
      }),
    });
  });

  it('every weekday ticked is every day, and so is none', () => {
    const block = { from: '2026-11-30', to: '2026-12-04', much: 'day' } as const;
    for (const weekdays of [[], [0, 1, 2, 3, 4], undefined]) {
      const judged = judge('block', { ...block, weekdays });
      expect(judged.outcome === 'fit' && 'weekdays' in judged.narrowing).toBe(false);
    }
  });
});

describe('what cannot be set says what to fix', () => {
  it.each([
    [
      'yesterday',
      'block',
      { from: '2026-11-23', much: 'day' },
      'from',
      'Monday 23 November is over.',
    ],
    [
      'a first day that is over',
      'closure',
      { from: '2026-11-23', to: '2026-11-26', why: 'x' },
      'from',
      'Monday 23 November is over.',
    ],
    [
      'a slip in the year',
      'block',
      { from: '2062-11-23', much: 'day' },
      'from',
      'Thursday 23 November 2062 is more than a year ahead. Choose a day up to Thursday 25 November 2027.',
    ],
    [
      'a slip in the last year',
      'closure',
      { from: '2026-12-24', to: '2028-01-03', why: 'x' },
      'to',
      'That is more than a year.',
    ],
    [
      'an end before the start',
      'closure',
      { from: '2026-12-24', to: '2026-12-23', why: 'x' },
      'to',
      'That is before Thursday 24 December, the first day.',
    ],
    [
      'a Saturday',
      'block',
      { from: '2026-11-28', much: 'day' },
      'from',
      'closed on Saturday 28 November anyway (at weekends)',
    ],
    [
      'a bank holiday',
      'closure',
      { from: '2026-12-25', why: 'x' },
      'from',
      'closed on Friday 25 December anyway (Christmas Day, a bank holiday)',
    ],
    [
      'a closed weekday',
      'closure',
      { from: '2026-11-27', why: 'x' },
      'from',
      'closed on Friday 27 November anyway (on Fridays, in the settings)',
    ],
    [
      'hours that shorten nothing',
      'dated hours',
      { from: '2026-11-25', opens: 600, closes: 780 },
      'from',
      'open no longer than that',
    ],
    [
      'time that is blocked already',
      'block',
      { from: '2026-11-30', much: 'part', opens: 780, closes: 840 },
      'from',
      'closed or blocked',
    ],
    [
      'no time at all',
      'block',
      { from: '2026-11-26', much: 'part', opens: 840, closes: 840 },
      'closes',
      'That is not after 2pm.',
    ],
    [
      'before the line ever opens',
      'dated hours',
      { from: '2026-11-26', opens: 480, closes: 840 },
      'opens',
      'Choose 9am or later',
    ],
    [
      'after it ever closes',
      'dated hours',
      { from: '2026-11-26', opens: 600, closes: 1140 },
      'closes',
      'Choose 6pm or earlier',
    ],
    [
      'part of a day without times',
      'block',
      { from: '2026-11-26', much: 'part' },
      'opens',
      'Choose when it begins.',
    ],
    [
      'whole days with times',
      'block',
      { from: '2026-11-26', much: 'day', opens: 600, closes: 660 },
      'much',
      'You chose whole days and times as well.',
    ],
    [
      'weekdays that do not come',
      'block',
      { from: '2026-11-26', to: '2026-11-27', much: 'day', weekdays: [0] },
      'weekdays',
      'No Monday lies between the two dates.',
    ],
  ] as const)('%s', (_, kind, posted, field, message) => {
    const judged = judge(kind, posted);
    if (judged.outcome === 'fit') throw new Error('it can be set');
    expect(judged.faults[0]).toEqual({ field, message: expect.stringContaining(message) });
  });

  it.each([
    ['a Sunday', { from: '2026-12-06' }, 'Sunday 6 December anyway (at weekends)'],
    [
      'a weekend',
      { from: '2026-12-05', to: '2026-12-06' },
      'every one of these days (Saturday and Sunday) anyway (at weekends)',
    ],
    [
      'a bank holiday',
      { from: '2026-12-25' },
      'Friday 25 December anyway (Christmas Day, a bank holiday)',
    ],
    ['a closure', { from: '2026-12-21' }, 'Monday 21 December anyway (Training)'],
    [
      'every Friday, which is closed',
      { from: '2026-12-01', to: '2026-12-18', weekdays: [4] },
      'every one of these days (Friday) anyway (on Fridays, in the settings)',
    ],
  ])('that changes nothing says why: a block on %s', (_, posted, message) => {
    const judged = judge('block', { ...posted, much: 'day' });
    if (judged.outcome === 'fit') throw new Error('it can be set');
    expect(judged.faults).toEqual([
      { field: 'from', message: `The line is closed on ${message}. Choose other days.` },
    ]);
  });

  it('what has begun can be changed, and not begun anew in the past', () => {
    const posted = { from: '2026-11-20', to: '2026-11-26', why: 'Away' };
    expect(judge('closure', posted, { begun: '2026-11-20' }).outcome).toBe('fit');
    expect(judge('closure', posted, { begun: '2026-11-19' }).outcome).toBe('unfit');
  });
});

describe('a form', () => {
  it('is read to dates, minutes and days of the week', () => {
    const typed = {
      from: ' 2026-11-24 ',
      to: '2027-03-26',
      much: 'part',
      opens: '09:00',
      closes: '13:45',
      weekdays: ['4', '0'],
      why: ' Away ',
    };
    const posted = NARROWING_SCHEMAS.block.parse(typed);
    expect(narrowingIn('block', posted, 'x')).toEqual({
      id: 'x',
      kind: 'block',
      from: '2026-11-24',
      to: '2027-03-26',
      hours: { opens: 540, closes: 825 },
      weekdays: [0, 4],
      why: 'Away',
    });
  });

  it.each([
    ['closure', {}, ['from', 'why']],
    ['closure', { from: '31/11/2026', why: 'x' }, ['from']],
    ['closure', { from: '2026-11-24', to: '2026-02-30', why: 'x' }, ['to']],
    ['closure', { from: '2026-11-24', why: 'x'.repeat(201) }, ['why']],
    ['closure', { from: '2026-11-24', why: 'x', opens: '09:00' }, ['opens']],
    ['dated hours', { from: '2026-11-24' }, ['opens', 'closes']],
    ['block', { from: '2026-11-24', much: 'hour' }, ['much']],
    [
      'block',
      { from: '2026-11-24', much: 'part', opens: '09:10', closes: '24:00' },
      ['opens', 'closes'],
    ],
    ['block', { from: ['2026-11-24', '2026-11-25'], much: 'day' }, ['from']],
    ['block', { from: '2026-11-24', much: 'day', weekdays: ['5'] }, ['weekdays']],
  ] as const)('of a %s with %j names %j', (kind, typed, fields) => {
    const { error } = NARROWING_SCHEMAS[kind].safeParse(typed);
    expect(error && faultsOf(error).map(({ field }) => field.split('.')[0])).toEqual(fields);
  });

  it('that is shown again asks for just what it asked for', { timeout: PROPERTY_TIMEOUT }, () => {
    check(
      'a form read, written and read again',
      fc.property(slotWorlds, ({ narrowings }) => {
        for (const narrowing of narrowings) {
          const quarter = (minute: number) => minute - (minute % 15);
          const even: Narrowing =
            narrowing.kind === 'closure' || !narrowing.hours
              ? narrowing
              : {
                  ...narrowing,
                  hours: {
                    opens: quarter(narrowing.hours.opens),
                    closes: quarter(narrowing.hours.closes) + 15,
                  },
                };
          const fields = fieldsOf(even);
          const weekdays = fields.flatMap(([name, value]) => (name === 'weekdays' ? [value] : []));
          const typed = { ...Object.fromEntries(fields), ...(weekdays.length > 0 && { weekdays }) };
          const again = narrowingIn(even.kind, NARROWING_SCHEMAS[even.kind].parse(typed), even.id);
          const all = even.kind === 'block' && even.weekdays?.length === 5;
          expect(again).toEqual(all ? { ...even, weekdays: undefined } : even);
        }
      }),
    );
  });
});

describe('in words', () => {
  it.each([
    [
      { kind: 'closure', from: '2026-12-21', to: '2027-01-01', why: 'x' },
      'Monday 21 December to Friday 1 January 2027',
    ],
    [
      {
        kind: 'dated hours',
        from: '2027-08-02',
        to: '2027-08-31',
        hours: { opens: 600, closes: 960 },
      },
      'Monday 2 August 2027 to Tuesday 31 August 2027, 10am to 4pm',
    ],
    [
      {
        kind: 'block',
        from: '2026-11-27',
        to: '2027-03-26',
        hours: { opens: 780, closes: 1080 },
        weekdays: [4],
      },
      'Every Friday, 1pm to 6pm, Friday 27 November to Friday 26 March 2027',
    ],
    [
      { kind: 'block', from: '2026-11-30', to: '2026-12-11', weekdays: [0, 1, 3] },
      'Every Monday, Tuesday and Thursday, all day, Monday 30 November to Friday 11 December',
    ],
    [{ kind: 'block', from: '2026-11-26', to: '2026-11-26' }, 'Thursday 26 November, all day'],
    [
      { kind: 'block', from: '2026-11-25', to: '2026-11-26', hours: { opens: 540, closes: 600 } },
      'Wednesday 25 November to Thursday 26 November, 9am to 10am each day',
    ],
  ] as const)('%j', (narrowing, words) => {
    expect(whenInWords({ id: 'x', ...narrowing } as unknown as Narrowing, TODAY)).toBe(words);
  });
});

it('a whole day is one of 23 or 25 hours where the clocks change, and all day in words', () => {
  for (const [date, length] of [
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2027-07-01', 24],
  ] as const) {
    const whole = wholeDay(day(date));
    expect([(whole.end - whole.start) / 3_600_000, spanInWords(whole)]).toEqual([
      length,
      'all day',
    ]);
  }
  const part = { start: london('2026-11-26T13:00'), end: london('2026-11-26T15:30') };
  expect(spanInWords(part)).toBe('1pm to 3:30pm');
});

const WEEK = { hours: makeHours(), bankHolidays: NAMED_BANK_HOLIDAYS };

/** The stretches open on a date, as "9:00-13:00". */
function openOn(date: string, narrowings: readonly Narrowing[]): string[] {
  const days = { first: day(date), last: day(date) };
  const { rules, blocks } = openTimes(WEEK, narrowings, days);
  const clock = (instant: number) => `${(instant - london(`${date}T00:00`)) / 3_600_000}`;
  return openings(rules, days, blocks).map(({ start, end }) => `${clock(start)}-${clock(end)}`);
}

describe('open hours', () => {
  const fridays: Narrowing = {
    id: 'x',
    kind: 'block',
    from: '2026-11-27',
    to: '2027-03-26',
    hours: { opens: 780, closes: 1080 },
    weekdays: [4],
  };
  const august: Narrowing = {
    id: 'y',
    kind: 'dated hours',
    from: '2027-08-01',
    to: '2027-08-31',
    hours: { opens: 600, closes: 960 },
  };

  it.each([
    ['the day before the first', '2026-11-20', ['9-18']],
    ['the first of them', '2026-11-27', ['9-13']],
    ['a Thursday between', '2026-12-03', ['9-18']],
    ['Christmas Day', '2026-12-25', []],
    ['New Year’s Day', '2027-01-01', []],
    ['the last before Easter', '2027-03-19', ['9-13']],
    ['Good Friday, the last day', '2027-03-26', []],
    ['the Friday after the clocks changed, over', '2027-04-02', ['9-18']],
  ])('every Friday from 1pm until Easter: %s', (_, date, open) => {
    expect(openOn(date, [fridays])).toEqual(open);
  });

  it('in August are 10am to 4pm, and blocks and closures go off that', () => {
    expect(openOn('2027-07-30', [august])).toEqual(['9-18']);
    expect(openOn('2027-08-02', [august])).toEqual(['10-16']);
    expect(openOn('2027-08-30', [august])).toEqual([]);
    const noon: Narrowing = {
      ...fridays,
      id: 'z',
      from: '2027-08-02',
      to: '2027-08-06',
      hours: { opens: 540, closes: 720 },
    };
    expect(openOn('2027-08-06', [august, noon])).toEqual(['12-16']);
    const away: Narrowing = {
      id: 'c',
      kind: 'closure',
      from: '2027-08-05',
      to: '2027-08-09',
      why: 'x',
    };
    expect(openOn('2027-08-06', [august, away])).toEqual([]);
    expect(openOn('2027-08-10', [august, away])).toEqual(['10-16']);
  });

  it('are just the minutes that the rule said the long way leaves open', {
    timeout: PROPERTY_TIMEOUT,
  }, () => {
    check(
      'each minute near every edge of the open stretches, against the rule said the long way',
      fc.property(slotWorlds, ({ world, diary, narrowings }) => {
        const first = day(world.from);
        const days = { first, last: first + Math.min(world.days, 30) - 1 };
        const alone = { ...world, blocks: [] };
        const week = { hours: hoursOf(world), bankHolidays: NAMED_BANK_HOLIDAYS };
        const { rules, blocks } = openTimes(week, narrowings, days);
        expect(rules.week).toEqual(diary.rules.week);
        const minute = (start: number) => ({ start, end: start + 60_000 });
        for (const { start, end } of openings(rules, days, blocks)) {
          expect(isOpenThroughout(alone, { start, end })).toBe(true);
          expect(isOpenThroughout(alone, minute(start - 60_000))).toBe(false);
          expect(isOpenThroughout(alone, minute(end))).toBe(false);
        }
      }),
    );
  });

  it('are never wider for anything that is set', { timeout: PROPERTY_TIMEOUT }, () => {
    check(
      'whatever is set narrows',
      fc.property(slotWorlds, ({ world, narrowings }) => {
        const first = day(world.from);
        const days = { first, last: first + 20 };
        const week = { hours: hoursOf(world), bankHolidays: NAMED_BANK_HOLIDAYS };
        const open = (set: readonly Narrowing[]) => {
          const { rules, blocks } = openTimes(week, set, days);
          return openings(rules, days, blocks);
        };
        for (let count = 1; count <= narrowings.length; count += 1) {
          const wider = open(narrowings.slice(0, count - 1));
          for (const { start, end } of open(narrowings.slice(0, count))) {
            expect(wider.some((each) => each.start <= start && end <= each.end)).toBe(true);
          }
        }
      }),
    );
  });
});

/** The week of a world, back from ISO days to names. */
function hoursOf({
  hours,
}: {
  hours: Record<number, { opens: number; closes: number } | undefined>;
}) {
  const [, monday, tuesday, wednesday, thursday, friday] = Array.from(
    { length: 6 },
    (_, iso) => hours[iso] ?? ('closed' as const),
  );
  return makeHours({
    ...(monday && { monday }),
    ...(tuesday && { tuesday }),
    ...(wednesday && { wednesday }),
    ...(thursday && { thursday }),
    ...(friday && { friday }),
  });
}

describe('a preview', () => {
  const days = { first: day('2026-11-30'), last: day('2026-12-11') };
  const outlook = (set: readonly Narrowing[]) => ({
    ...openTimes(WEEK, set, days),
    calls: makeCalls(),
    now: london('2026-11-24T10:00'),
    bookings: [],
    away: [],
  });
  const call = (name: string, start: string) => ({
    name,
    start: london(start),
    end: london(start) + 1_800_000,
  });
  const calls = [call('one', '2026-12-01T10:00'), call('two', '2026-12-04T14:00')];
  const closure: Narrowing = {
    id: 'c',
    kind: 'closure',
    from: '2026-12-01',
    to: '2026-12-02',
    why: 'Away',
  };
  const friday: Narrowing = {
    id: 'b',
    kind: 'block',
    from: '2026-12-04',
    to: '2026-12-11',
    hours: { opens: 780, closes: 1080 },
    weekdays: [4],
  };

  it('shows each day that changes, and whose call cannot take place then', () => {
    const preview = previewOf(outlook([friday]), outlook([friday, closure]), { days, calls });
    expect(
      preview.days.map(({ before, after }) => [after.day, before.open.length, after.open.length]),
    ).toEqual([
      [day('2026-12-01'), 1, 0],
      [day('2026-12-02'), 1, 0],
    ]);
    expect(preview.days[0]?.before.free.callback).toBe(18);
    expect(preview.conflicting).toMatchObject([
      { name: 'one', because: { kind: 'closed', closed: { kind: 'closure', why: 'Away' } } },
    ]);
    expect(preview.freed).toEqual([]);
  });

  it('of a removal shows what is free again, and whose call can take place again', () => {
    const preview = previewOf(outlook([friday, closure]), outlook([closure]), { days, calls });
    expect(preview.days.map(({ after }) => after.day)).toEqual([
      day('2026-12-04'),
      day('2026-12-11'),
    ]);
    expect(preview.conflicting).toEqual([]);
    expect(preview.freed).toMatchObject([{ name: 'two' }]);
  });
});
