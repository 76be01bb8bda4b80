import { expect, test } from 'vitest';
import { isAllowed, licencesOf } from '../supply/licences.ts';
import { readAudit } from '../supply/read-audit.ts';

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
    faults: [{ name: 'one' }, { name: 'other' }],
    grave: [{ name: 'other' }],
  });
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'audit', faults: [], grave: [] });
  for (const answer of ['', 'not JSON', '{}', '{"message":"405 Method Not Allowed"}']) {
    expect(readAudit(answer).kind).toBe('none');
  }
});
