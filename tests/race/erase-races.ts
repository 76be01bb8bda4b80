import assert from 'node:assert/strict';
import { ofEmail } from '#domain/subject.ts';
import type { App } from '#services/app.ts';
import { findCaseByReference } from '#services/cases/case.ts';
import { withdrawCase } from '#services/cases/erase-case.ts';
import { digest } from '#services/jobs/digest-job.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import { publicApp } from '#web/public-app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postJson } from '../support/requests.ts';
import { ask } from '../support/server-app.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const PEOPLE = 60;

const addressOf = (index: number) => `person-${index}@example.org`;

/** Everybody enquires twice; gives the references of each. */
async function enquireTwice(): Promise<string[][]> {
  const send = async (index: number, message: string) => {
    const body = makeEnquiry({ email: addressOf(index), name: `Person ${index}`, message });
    const answer = await ask(publicApp, postJson('/api/enquiries', body));
    assert.equal(answer.status, 201);
    return ((await answer.json()) as { reference: string }).reference;
  };
  return everybody(PEOPLE, (index) => Promise.all([send(index, 'One'), send(index, 'Two')]));
}

/** Two in three go, each by two ways at once: on request, and by withdrawing themselves. */
const goes = (index: number) => index % 3 !== 0;

async function goByBothWays(app: App, index: number, references: readonly string[]) {
  const cases = await Promise.all(
    references.map((each) => findCaseByReference(app.database, each)),
  );
  const [first] = cases;
  await Promise.all([
    eraseAbout(app, ofEmail(addressOf(index))),
    first && withdrawCase(app, first),
  ]);
}

/** The digest is made while people are erased: it is enqueued once, and names those who stay and nobody else. */
async function digestAndErasures(app: App): Promise<string> {
  await app.database.query('TRUNCATE digests, audit');
  const references = await enquireTwice();
  const gone = references.flatMap((each, index) => (goes(index) ? each : []));
  const staying = references.flatMap((each, index) => (goes(index) ? [] : each));
  await Promise.all([
    ...references.map((each, index) => goes(index) && goByBothWays(app, index, each)),
    digest(app),
  ]);
  assert.equal(await rows(app, 'cases'), staying.length);
  assert.equal(await rows(app, `audit WHERE act ~ 'erased|withdrawn'`), gone.length);
  const owed = await app.database.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM messages WHERE kind = 'digest'`,
  );
  assert.equal(owed.length, 1);
  const text = owed[0]?.text ?? '';
  for (const reference of staying) assert.ok(text.includes(reference), 'somebody who stays');
  for (const reference of gone) assert.ok(!text.includes(reference), 'somebody who went');
  return `${gone.length} cases erased, once each; the digest names the other ${staying.length}`;
}

export const ERASE_RACES: readonly Race[] = [
  {
    name: `the digest is made while ${PEOPLE - PEOPLE / 3} people are erased, by two ways at once`,
    run: digestAndErasures,
  },
];
