import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAllowed, licencesOf } from '../supply/licences.ts';
import { readAudit } from '../supply/read-audit.ts';
import { DAYS_TO_FIX, judgeFaults, leftOver } from '../supply/time-frames.ts';

test.each<[licence: string, allowed: boolean]>([
  ['MIT', true],
  ['(MIT OR CC0-1.0)', true],
  ['GPL-3.0 OR MIT', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', true],
  ['GPL-3.0', false],
  ['AGPL-3.0-only', false],
  ['MIT AND GPL-3.0', false],
  ['no licence', false],
  ['SEE LICENSE IN LICENSE.md', false],
])('a package under %s may be used: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});

test('every package of a lockfile is looked at once, at each of its versions', () => {
  const lockfile = JSON.stringify({
    packages: {
      '': { version: '0.0.0' },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b/node_modules/a': { version: '2.0.0', license: 'ISC' },
      'node_modules/c/node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/@scope/b': { version: '1.0.0' },
    },
  });
  expect(licencesOf(lockfile)).toEqual([
    { name: '@scope/b', version: '1.0.0', licence: 'no licence' },
    { name: 'a', version: '1.0.0', licence: 'MIT' },
    { name: 'a', version: '2.0.0', licence: 'ISC' },
  ]);
});

test('an audit that found something is told from one that was not made', () => {
  const faults = { one: { severity: 'moderate' }, other: { severity: 'critical' } };
  expect(readAudit(JSON.stringify({ vulnerabilities: faults }))).toMatchObject({
    kind: 'audit',
    faults: [
      { name: 'one', severity: 'moderate' },
      { name: 'other', severity: 'critical' },
    ],
  });
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'audit', faults: [] });
  for (const answer of ['', 'not JSON', '{}', '{"message":"405 Method Not Allowed"}']) {
    expect(readAudit(answer).kind).toBe('none');
  }
});

describe('a known fault', () => {
  const verdict = (severity: string, since: string | undefined, now: string) =>
    judgeFaults([{ name: 'one', severity }], {
      noted: since === undefined ? [] : [{ name: 'one', since, why: 'Only the tests use it.' }],
      now: new Date(now),
    })[0]?.verdict;

  test.each([
    ['critical', '2026-11-26T23:59:59Z', 'within'],
    ['critical', '2026-11-27T00:00:00Z', 'overdue'],
    ['high', '2026-12-01T23:59:59Z', 'within'],
    ['high', '2026-12-02T00:00:00Z', 'overdue'],
    ['moderate', '2026-12-24T12:00:00Z', 'within'],
    ['moderate', '2026-12-25T00:00:00Z', 'overdue'],
    ['low', '2027-02-22T12:00:00Z', 'within'],
    ['low', '2027-02-23T00:00:00Z', 'overdue'],
    ['of a name nobody knows', '2026-11-27T00:00:00Z', 'overdue'],
  ])('that is %s and was noted on 24 November is at %s: %s', (severity, now, expected) => {
    expect(verdict(severity, '2026-11-24', now)).toBe(expected);
  });

  test('that nobody has noted is new, however small it is', () => {
    expect(verdict('low', undefined, '2026-11-24T00:00:00Z')).toBe('new');
  });

  test('that is gone leaves no note behind', () => {
    const noted = [{ name: 'gone', since: '2026-11-24', why: 'Only the tests use it.' }];
    expect(leftOver([{ name: 'one', severity: 'low' }], noted)).toEqual(noted);
    expect(leftOver([{ name: 'gone', severity: 'low' }], noted)).toEqual([]);
  });

  test('is put right within the days that docs/security.md says', () => {
    const said = readFileSync('docs/security.md', 'utf8');
    for (const [severity, days] of Object.entries(DAYS_TO_FIX)) {
      if (severity === 'info') continue;
      expect(said).toContain(`| ${severity} | ${days} days |`);
    }
  });
});
