import assert from 'node:assert/strict';
import type { App } from '#services/app.ts';
import { MOST_LIVE } from '#services/desk/sign-in-links.ts';
import { deskApp } from '#web/desk-app.ts';
import { ASKING } from '../support/desk-doors.ts';
import { postForm } from '../support/requests.ts';
import { contextWith, ask as press } from '../support/server-app.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const CROWD = 200;

/** One browser, many times at once. */
const COOKIE = { cookie: ASKING };

async function ask(email: string, ip?: string): Promise<void> {
  const after: Promise<unknown>[] = [];
  const context = { ...contextWith((work) => after.push(work)), ...(ip && { ip }) };
  const { status } = await deskApp.fetch(postForm('/desk/sign-in/', { email }, COOKIE), {
    context,
  });
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

/** Everybody asks for one address: it has the links one connection may ask for, and nothing is left of the others. */
async function flood(app: App): Promise<string> {
  const [staff = ''] = app.environment.STAFF_EMAIL;
  await everybody(CROWD, () => ask(staff));
  assert.equal((await linksOwed(app)).length, MOST_LIVE);
  assert.equal(await rows(app, 'desk_links'), MOST_LIVE);
  return `${MOST_LIVE} links, ${CROWD - MOST_LIVE} asked in vain`;
}

/** One browser asks from as many connections for two addresses: it has the links one browser may have. */
async function manyConnections(app: App): Promise<string> {
  const [staff = ''] = app.environment.STAFF_EMAIL;
  const { environment } = app;
  app.environment = { ...environment, STAFF_EMAIL: [staff, 'other@example.org'] };
  await everybody(CROWD, (index) =>
    ask(index % 2 ? staff : 'other@example.org', `2001:db8:0:${index.toString(16)}::1`),
  );
  app.environment = environment;
  assert.equal(await rows(app, 'desk_links'), MOST_LIVE);
  return `${MOST_LIVE} links, ${CROWD - MOST_LIVE} asked in vain`;
}

/** Everybody presses one link: one is signed in. */
async function onePress(app: App): Promise<string> {
  const [staff = ''] = app.environment.STAFF_EMAIL;
  await ask(staff);
  const [link = ''] = await linksOwed(app);
  const answers = await everybody(CROWD, () =>
    press(deskApp, postForm(`/desk/sign-in/${link}/`, {}, COOKIE)),
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
  { name: `one browser asks ${CROWD} times, from as many connections`, run: manyConnections },
  { name: `${CROWD} press one link`, run: onePress },
];
