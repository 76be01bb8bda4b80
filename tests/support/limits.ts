import { afterEach, beforeEach } from 'vitest';
import type { Limits } from '#domain/settings/limits.ts';
import type { TestApp } from './app.ts';

/** The limits as the service was designed with them, whatever staff set meanwhile. */
export const DESIGNED: Limits = {
  'emails-to-one-address': { 'an-hour': 3, 'a-day': 6 },
  'calls-to-come': { 'one-email': 3, 'one-telephone': 3, switchboard: 12 },
  'new-calls-a-day': 24,
  'changes-of-a-call-a-day': 5,
  'a-minute': { 'posts-in-all': 300, pages: 240 },
  'an-unusual-hour': { cases: 15, 'emails-withheld': 10 },
};

/** Holds every test of a file to `limits`. */
export function underLimits(t: TestApp, limits: Limits = DESIGNED): void {
  let before: TestApp['app']['site'];
  beforeEach(() => {
    before = t.app.site;
    t.app.site = { ...before, settings: { ...before.settings, limits } };
  });
  afterEach(() => {
    t.app.site = before;
  });
}
