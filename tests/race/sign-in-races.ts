import assert from 'node:assert/strict';
import type { App } from '#services/app.ts';
import { MOST_LIVE } from '#services/desk/sign-in-links.ts';
import pressLink from '#web/desk/sign-in/sign-in-link-routes.ts';
import askForLink from '#web/desk/sign-in/sign-in-routes.ts';
import { postForm } from '../support/requests.ts';
import { contextWith } from '../support/server-app.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const CROWD = 200;

async function ask(email: string): Promise<void> {
  const after: Promise<unknown>[] = [];
  const context = { ...contextWith(), waitUntil: (work: Promise<unknown>) => after.push(work) };
  const { status } = await askForLink(postForm('/desk/sign-in/', { email }), context);
  assert.equal(status, 200);
  await Promise.all(after);
}

/** The secrets of the links that wait to be mailed; they are written nowhere else. */
async function linksOwed(app: App): Promise<string[]> {
  const owed = await app.database.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM messages WHERE kind = 'link to sign in'`,
  );
  return owed.map(({ text }) => /\/desk\/sign-in\/([\w-]{43})\//.exec(text)?.[1] ?? '');
}

/** Everybody asks for one address: it has the links one mailbox may have, and nothing is left of the others. */
async function flood(app: App): Promise<string> {
  const [staff = ''] = app.environment.STAFF_EMAIL;
  await everybody(CROWD, () => ask(staff));
  assert.equal((await linksOwed(app)).length, MOST_LIVE);
  assert.equal(await rows(app, 'desk_links'), MOST_LIVE);
  return `${MOST_LIVE} links, ${CROWD - MOST_LIVE} asked in vain`;
}

/** Everybody presses one link: one is signed in. */
async function onePress(app: App): Promise<string> {
  const [staff = ''] = app.environment.STAFF_EMAIL;
  await ask(staff);
  const [link = ''] = await linksOwed(app);
  const answers = await everybody(CROWD, () =>
    pressLink(postForm(`/desk/sign-in/${link}/`, {}), contextWith({ link })),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  assert.equal(answers.filter(({ status }) => status === 410).length, CROWD - 1);
  assert.equal(answers.filter(({ headers }) => headers.has('set-cookie')).length, 1);
  assert.equal(await rows(app, 'desk_sessions'), 1);
  assert.equal(await rows(app, `audit WHERE act = 'signed in'`), 1);
  return `1 signed in, ${CROWD - 1} told that the link is used`;
}

/** Races for the way into the desk. */
export const SIGN_IN_RACES: readonly Race[] = [
  { name: `${CROWD} ask for a link to one address`, run: flood },
  { name: `${CROWD} press one link`, run: onePress },
];
