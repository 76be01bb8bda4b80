import { openSession } from '#services/desk/session.ts';
import type { TestApp } from './app.ts';

/** The first address of the local staff list. */
export const staffAddressOf = ({ app }: TestApp): string => app.environment.STAFF_EMAIL[0] ?? '';

/** Opens a session for `staff` and returns the cookie header a signed-in browser sends. */
export async function signIn(t: TestApp, staff = staffAddressOf(t)): Promise<string> {
  const token = await t.app.database.transaction((tx) => openSession(t.app, tx, staff));
  return `__Host-desk=${token}`;
}
