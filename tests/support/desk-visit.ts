import { beforeEach } from 'vitest';
import type { TestApp } from './app.ts';
import { signIn } from './desk.ts';
import { openDesk } from './desk-doors.ts';
import { readPage } from './read-page.ts';
import { get, postForm } from './requests.ts';

type Values = Record<string, string | readonly string[]>;

/** A visit to the desk by staff, who sign in before each test: it shows pages and posts forms. */
export function deskVisit(t: TestApp) {
  let cookie = '';
  const signInAgain = async () => {
    cookie = await signIn(t);
  };
  beforeEach(signInAgain);
  return {
    /** What the signed-in browser sends. */
    cookie: () => cookie,
    signInAgain,
    show: async (path: string) => readPage(await openDesk(get(path, cookie))),
    post: (path: string, values: Values) => openDesk(postForm(path, values, { cookie })),
  };
}
