import { describe, expect, test } from 'vitest';
import { enquiryAddress, planAddress, planSummary } from '#domain/plan/address.ts';
import { fromForm } from '#domain/plan/typed.ts';
import { makePlan } from '../support/make-plan.ts';
import { planned, read } from '../support/read-plan.ts';

describe('a plan’s own address', () => {
  test.each([
    ['people=46&rhythm=monthly&sessions=12', '/plan/?people=46&rhythm=monthly&sessions=12'],
    ['people=1,200&rhythm=weekly', '/plan/?people=1200&rhythm=weekly&sessions=52'],
    ['people=60&rhythm=monthly&groups=5', '/plan/?people=60&rhythm=monthly&sessions=12'],
    ['people=60&rhythm=monthly&groups=6', '/plan/?people=60&rhythm=monthly&sessions=12&groups=6'],
    [
      'row=managers:22&row=directors:8&rhythm=monthly',
      '/plan/?row=directors:8&row=managers:22&rhythm=monthly&sessions=12',
    ],
  ])('%s', (query, address) => {
    expect(planAddress(planned(query).plan)).toBe(address);
    expect(planAddress(planned(address.slice('/plan/?'.length)).plan)).toBe(address);
  });

  test('with another number of groups', () => {
    expect(planAddress(makePlan(60), { groups: '6' })).toBe(
      '/plan/?people=60&rhythm=monthly&sessions=12&groups=6',
    );
  });

  test('an enquiry carries people, rhythm and meetings', () => {
    expect(planSummary(makePlan({ directors: 12, managers: 22 }))).toEqual({
      people: 34,
      rhythm: 'monthly',
      sessions: 12,
    });
    expect(enquiryAddress(makePlan({ directors: 12, managers: 22 }))).toBe(
      '/enquire/?people=34&rhythm=monthly&sessions=12',
    );
  });
});

describe('what the form sends', () => {
  const sent = (query: string) => fromForm(new URLSearchParams(query));

  test('becomes rows where levels were filled in, and leaves out what was not', () => {
    expect(
      sent('people=&rhythm=monthly&sessions=12&directors=8&managers=22&practitioners=&carers='),
    ).toBe('row=directors:8&row=managers:22&rhythm=monthly&sessions=12');
  });

  test('becomes people where no level was', () => {
    expect(sent('people=46&rhythm=monthly&sessions=&directors=&managers=&carers=')).toBe(
      'people=46&rhythm=monthly',
    );
  });

  test('keeps what was typed, so that it can be fixed', () => {
    expect(sent('people=&rhythm=weekly&managers=a few & more')).toBe(
      'row=managers:a%20few&rhythm=weekly',
    );
  });

  test('still asks for a plan when nothing was filled in', () => {
    expect(read(sent('people=&sessions=&directors=') ?? '').kind).toBe('faults');
  });

  test('is left alone when it is an address already', () => {
    expect(sent('people=46&rhythm=monthly&sessions=12')).toBeUndefined();
  });
});
