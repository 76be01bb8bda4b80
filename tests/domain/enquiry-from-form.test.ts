import { describe, expect, test } from 'vitest';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { PLAN_FIELDS } from '#domain/enquiry/plan-fields.ts';

const peopleIn = (people: string) => enquiryFromForm({ people })['people'];

describe('how many people, as a form takes it', () => {
  test.each([
    ['12', 12],
    ['1,200', 1200],
    ['about 12', 12],
    ['About 12', 12],
    ['around 1,200 people', 1200],
    ['approx. 12', 12],
    ['~12', 12],
    ['12 or so', 12],
    ['12ish', 12],
    ['12 people', 12],
    ['100 000', 100_000],
  ])('%s is one number', (typed, people) => {
    expect(peopleIn(typed)).toBe(people);
    expect(PLAN_FIELDS.people.safeParse(people).success).toBe(true);
  });

  test.each([
    '10-12',
    '10 to 12',
    'ten',
    'about',
    'about twelve',
    '12 or 14',
    '10, 12',
    '1.5',
    '-12',
    '12 teams',
    `12${' '.repeat(60_000)}x`,
  ])('%j is left as it was typed, and refused with how to write it', (typed) => {
    expect(peopleIn(typed)).toBe(typed);
    expect(PLAN_FIELDS.people.safeParse(typed).error?.issues[0]?.message).toBe(
      'Enter how many people would take part as one whole number from 1 to 100,000, such as 46',
    );
  });

  test.each(['about 0', '100,001', '1000000'])('%s is no number we take', (typed) => {
    expect(PLAN_FIELDS.people.safeParse(peopleIn(typed)).success).toBe(false);
  });
});
