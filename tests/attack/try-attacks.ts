import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { everyRow } from '../support/every-row.ts';
import { DESIGNED } from '../support/limits.ts';
import type { Attack, UnderWay } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { type Guard, without } from './guards.ts';

/** Every attack of a file of tests: how each is begun with every guard in place. */
interface Trying {
  t: TestApp;
  begin(attack: Attack): Promise<UnderWay>;
}

/** A test’s app under the limits the service was designed with, as it was again after each test. */
function tryingApp(): Trying {
  const t = testApp();
  let before: Pick<TestApp['app'], 'environment' | 'site'>;
  beforeEach(() => {
    const { environment, site } = t.app;
    before = { environment, site };
    const settings = {
      ...site.settings,
      limits: { ...DESIGNED, 'a-minute': { 'posts-in-all': 300, pages: 4 } },
    };
    t.app.site = { ...site, settings };
  });
  afterEach(() => Object.assign(t.app, before));
  return { t, begin: (attack) => attack.begin(t) };
}

/** Counts of posts and challenges come and go with every request, refused or not. */
const PASSING = /^(?:post_counts|passkey_challenges) /;

const everythingLeft = async (t: TestApp) =>
  (await everyRow(t)).filter((row) => !PASSING.test(row));

/** The table: each attack is refused, and leaves what was there as it was. */
export function tryRefused(): void {
  const { t, begin } = tryingApp();

  test('there are enough attacks, of enough kinds, and each has a name of its own', () => {
    const kinds = Map.groupBy(ATTACKS, ({ kind }) => kind);
    expect(ATTACKS.length).toBeGreaterThanOrEqual(36);
    expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
    for (const [kind, attacks] of kinds) expect(attacks.length, kind).toBeLessThanOrEqual(3);
  });

  describe.each(ATTACKS)('$kind: $name', (attack) => {
    test('is refused, and leaves everything as it was', async () => {
      const { attempt, left = () => everythingLeft(t) } = await begin(attack);
      const before = await left();
      expect(await attempt()).toBe(false);
      expect(await left()).toEqual(before);
    });
  });
}

/** The same table with the guard of each taken out: it succeeds, so the guard is what stood in its way. */
export function trySucceeding(): void {
  const { begin } = tryingApp();
  describe.each(ATTACKS)('$kind: $name', (attack) => {
    test(`succeeds once this is taken out: ${attack.guard}`, async () => {
      const { attempt } = await begin(attack);
      expect(await without<boolean>(attack.guard satisfies Guard, attempt)).toBe(true);
    });
  });
}
