import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { count } from './bookings.ts';
import { list } from './case-pages.ts';
import { deskVisit } from './desk-visit.ts';
import { fieldsIn } from './read-page.ts';

/** The page of a case at the desk. */
export const pathOf = (reference: string) => `/desk/cases/${reference}/`;

/** A visit to the desk by staff who decide how cases stand, and come back as time goes by. */
export function standingVisit(t: TestApp) {
  const { show, post, signInAgain } = deskVisit(t);
  return {
    show,
    post,
    /** Time goes by until staff, whose session has ended meanwhile, sign in again. */
    async comeBackAt(instant: string): Promise<void> {
      t.setNow(instant);
      await signInAgain();
    },
    /** Posts the form of an act as its page shows it, with what a test wants in it. */
    async act(reference: string, name: string, values: Record<string, string> = {}) {
      const path = `${pathOf(reference)}${name}/`;
      return post(path, { ...fieldsIn(await show(path)), ...values });
    },
    next: async (reference: string) => list(await show(pathOf(reference)), '.case-next'),
    today: (query = '') => show(`/desk/${query}`),
    /** Nothing was done: what there is, and no line of it in the audit. */
    expectNothingDone: async () =>
      expect([
        await count(t, 'case_acts'),
        await count(t, "audit WHERE act <> 'case read'"),
      ]).toEqual([0, 0]),
  };
}
