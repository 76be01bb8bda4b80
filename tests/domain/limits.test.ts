import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Window, waitFor } from '#domain/limits/budget.ts';
import { type CallParty, fullParty } from '#domain/limits/calls-to-come.ts';
import { connectionOf } from '#domain/limits/connection.ts';
import { mailboxOf } from '#domain/limits/mailbox.ts';
import { LimitsSchema } from '#domain/settings/limits.ts';
import { DESIGNED } from '../support/limits.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

describe('a budget', () => {
  const windows = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([hour, more]): Window[] => [
      { most: hour, within: 60 },
      { most: hour + more, within: 1440 },
    ]);
  const askedAt = fc
    .array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 })
    .map((gaps) => gaps.map((_, index) => gaps.slice(0, index + 1).reduce((a, b) => a + b, 0)));

  /** Whether one more at `now` keeps every stretch within its most, said the long way. */
  const fits = (taken: readonly number[], now: number, [hour, day]: Window[]) =>
    [hour, day].every(
      (window) =>
        window !== undefined &&
        taken.filter((at) => at > now - window.within).length + 1 <= window.most,
    );

  test(
    'lets one more go on exactly while no stretch would hold too many',
    () => {
      check(
        'budget against the rule said the long way',
        fc.property(windows, askedAt, (limits, asked) => {
          const taken: number[] = [];
          for (const now of asked) {
            const wait = waitFor(taken, now, limits);
            expect(wait === 0).toBe(fits(taken, now, limits));
            if (wait === 0) {
              taken.push(now);
              continue;
            }
            expect(fits(taken, now + wait, limits), 'after the wait').toBe(true);
            expect(fits(taken, now + wait - 1, limits), 'before its end').toBe(false);
          }
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});

describe('a mailbox', () => {
  test.each([
    ['person@example.org', 'person@example.org'],
    ['Person@Example.ORG', 'person@example.org'],
    ['person+1@example.org', 'person@example.org'],
    ['person+1+2@example.org', 'person@example.org'],
    ['first.last@example.org', 'first.last@example.org'],
    ['+@example.org', '+@example.org'],
    // Addresses of that mail service that cannot be anybody's: they are shorter than it allows.
    ['A.B+c@gmail.com', 'ab@gmail.com'],
    ['a.b@googlemail.com', 'ab@gmail.com'],
  ])('of %s is %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });
});

describe('a connection', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:C000:0207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, connection) => {
    expect(connectionOf(address)).toBe(connection);
  });

  test('is the same for every address of a /64, however it is written, and another for every other', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const groups = (count: number) => fc.array(group, { minLength: count, maxLength: count });
    const written = (all: readonly number[]) => all.map((one) => one.toString(16)).join(':');
    const padded = (all: readonly number[]) =>
      all.map((one) => one.toString(16).toUpperCase().padStart(4, '0')).join(':');
    check(
      'addresses of one /64',
      fc.property(groups(4), groups(4), groups(4), (net, one, other) => {
        fc.pre(net.some((part) => part !== 0));
        const connection = connectionOf(written([...net, ...one]));
        expect(connectionOf(padded([...net, ...other]))).toBe(connection);
        expect(
          connectionOf(new URL(`http://[${written([...net, ...other])}]`).hostname.slice(1, -1)),
        ).toBe(connection);
        const [last = 0] = net.slice(-1);
        expect(connectionOf(written([...net.slice(0, 3), last ^ 1, ...one]))).not.toBe(connection);
      }),
    );
  });
});

describe('calls to come', () => {
  const limits = DESIGNED['calls-to-come'];
  const book = (asked: readonly CallParty[]) => {
    const toCome: CallParty[] = [];
    const refused: (string | undefined)[] = [];
    for (const call of asked) {
      const full = fullParty(call, toCome, limits);
      refused.push(full);
      if (!full) toCome.push(call);
    }
    return { toCome, refused };
  };
  const calls = fc.array(
    fc.record({
      mailbox: fc.constantFrom(undefined, 'a', 'b', 'c', 'd', 'e'),
      telephone: fc.constantFrom('1', '2', '1;ext=3'),
    }),
    { maxLength: 60 },
  );

  test(
    'never pass the limit of an email, a telephone or a switchboard, and are refused only at one',
    () => {
      check(
        'calls to come against the rule said the long way',
        fc.property(calls, (asked) => {
          const { toCome, refused } = book(asked);
          for (const one of ['a', 'b', 'c', 'd', 'e']) {
            expect(toCome.filter(({ mailbox }) => mailbox === one).length).toBeLessThanOrEqual(3);
          }
          for (const one of ['1', '2', '1;ext=3']) {
            const its = toCome.filter(({ telephone }) => telephone === one);
            const emails = new Set(its.flatMap(({ mailbox }) => mailbox ?? []));
            expect(its.length).toBeLessThanOrEqual(emails.size > 1 ? 12 : 3);
          }
          expect(refused.slice(0, 3)).toEqual(asked.slice(0, 3).map(() => undefined));
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  test('of an office behind one switchboard are twelve, whoever of it books', () => {
    const office = Array.from({ length: 13 }, (_, index) => ({
      mailbox: `colleague-${index}@example.org`,
      telephone: '+441632960001',
    }));
    const { refused } = book(office);
    expect(refused).toEqual([...Array<undefined>(12).fill(undefined), 'telephone']);
  });

  test('with one extension say nothing of another', () => {
    const one = { mailbox: undefined, telephone: '+441632960001;ext=1' };
    const other = { mailbox: undefined, telephone: '+441632960001;ext=2' };
    expect(book([one, one, one, one, other]).refused).toEqual([
      undefined,
      undefined,
      undefined,
      'telephone',
      undefined,
    ]);
  });
});

test.each([
  [
    'a day shorter than an hour',
    { 'emails-to-one-address': { 'an-hour': 4, 'a-day': 3 } },
    /4 or more/,
  ],
  [
    'a switchboard smaller than a telephone',
    { 'calls-to-come': { 'one-email': 3, 'one-telephone': 5, switchboard: 4 } },
    /5 or more/,
  ],
  ['no limit at all', { 'new-calls-a-day': 0 }, />=1/],
])('settings with %s are refused', (_what, wrong, message) => {
  const read = LimitsSchema.safeParse({ ...DESIGNED, ...wrong });
  expect(read.error?.issues.map((issue) => issue.message).join()).toMatch(message);
});
