import { describe, expect, test } from 'vitest';
import { dateField } from '#domain/date-field.ts';
import { FollowUpSetSchema, OutcomeSchema, ReopenSchema } from '#domain/desk/actions.ts';
import { HoldSchema } from '#domain/desk/hold.ts';
import { NewCaseSchema } from '#domain/desk/new-case.ts';
import { NARROWING_SCHEMAS } from '#domain/narrowings/narrowing-form.ts';
import { isoDate } from '#domain/time/day.ts';

const field = dateField('the first day');

const messageOf = (typed: unknown) => field.safeParse(typed).error?.issues[0]?.message;

describe('a date that a form asks for', () => {
  test.each([
    ['2027-01-15', '2027-01-15'],
    [' 2027-01-15 ', '2027-01-15'],
    ['15/1/2027', '2027-01-15'],
    ['15/01/2027', '2027-01-15'],
    ['15 1 2027', '2027-01-15'],
    ['1.12.2026', '2026-12-01'],
    ['29-2-2028', '2028-02-29'],
  ])('is read from %s', (typed, iso) => {
    expect(isoDate(field.parse(typed))).toBe(iso);
  });

  test.each([undefined, '', '  '])('that is missing (%j) is asked for by its name', (typed) => {
    expect(messageOf(typed)).toBe('Enter the first day: the day, the month and the year');
  });

  test.each(['the 15th', '29/2/2027', '2027-02-29', '1/15/2027', '15/1/27'])(
    'that does not exist, %s, is refused with what it needs',
    (typed) => {
      expect(messageOf(typed)).toContain('as a date that exists');
    },
  );
});

describe('every form with a date', () => {
  const NOTHING = { words: 'A note', reason: 'A reason', outcome: 'spoke', why: 'Away' };
  test.each([
    ['follow-up', FollowUpSetSchema, 'followUp', 'the date on which to look at it again'],
    ['hold', HoldSchema, 'followUp', 'the date on which to look at it again'],
    ['closure', NARROWING_SCHEMAS.closure, 'from', 'the first day'],
    ['dated hours', NARROWING_SCHEMAS['dated hours'], 'from', 'the first day'],
    ['block', NARROWING_SCHEMAS.block, 'from', 'the first day'],
  ])('%s: says which date is missing, and no date as an example', (_, schema, name, called) => {
    const { issues = [] } = schema.safeParse(NOTHING).error ?? {};
    const message = issues.find(({ path }) => path[0] === name)?.message;
    expect(message).toBe(`Enter ${called}: the day, the month and the year`);
  });

  test.each([
    ['outcome', OutcomeSchema, 'followUp'],
    ['reopen', ReopenSchema, 'followUp'],
    ['new case', NewCaseSchema, 'followUp'],
    ['closure', NARROWING_SCHEMAS.closure, 'to'],
    ['dated hours', NARROWING_SCHEMAS['dated hours'], 'to'],
    ['block', NARROWING_SCHEMAS.block, 'to'],
  ])('%s: says what is wrong with one that may be left out', (_, schema, name) => {
    const { issues = [] } = schema.safeParse({ [name]: '31/2/2027' }).error ?? {};
    const message = issues.find(({ path }) => path[0] === name)?.message ?? '';
    expect(message).toContain('as a date that exists');
    expect(message).not.toMatch(/\d/);
  });
});
