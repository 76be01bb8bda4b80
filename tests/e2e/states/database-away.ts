import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { transactionOver } from '#data/client.ts';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { readEnvironment } from '#services/environment.ts';
import { provideApp } from '#web/http/open-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call } from '../../support/app.ts';
import { builtSite } from '../site.ts';
import { toldOff, type, type Walk } from './walk.ts';

/** Gives every function in this process an app whose database does not answer. */
async function takeDatabaseAway(url: string): Promise<void> {
  const away = () => Promise.reject(new DatabaseUnavailableError('away'));
  provideApp({
    place: 'local',
    environment: readEnvironment(
      { URL: url, NETLIFY_DB_URL: 'postgres://localhost/away' },
      'local',
    ),
    site: await builtSite(),
    database: {
      ...transactionOver(away),
      transaction: away,
      lastUsed: () => 0,
      close: async () => {},
    },
    now: () => new Date(),
    wait: async () => {},
    uuid: randomUUID,
    randomBytes,
    log: () => {},
  });
}

/** Lets the app in this process answer what the browser asks of `path`, in place of the server. */
const answerHere = (page: Page, path: string) =>
  page.route(`**${path}`, async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const request = new Request(asked.url(), {
      method: asked.method(),
      headers: await asked.allHeaders(),
      ...(body && { body: new Uint8Array(body) }),
    });
    const answer = await call(publicApp, request);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });

/** Pages while the database does not answer: the number, and what was typed still in the form. */
export const databaseAway: Walk = async function* ({ page }) {
  await page.goto('/enquire/');
  await takeDatabaseAway(new URL(page.url()).origin);
  await answerHere(page, '/api/enquiries');
  await answerHere(page, '/callback/');
  await page.getByLabel('Reflective practice groups').check();
  await type(page, {
    Organisation: 'Example County Council',
    'Your name': 'A. Person',
    'Your email address': 'states@example.org',
  });
  await page.getByRole('button', { name: 'Send your enquiry' }).click();
  await toldOff(page);
  yield 'database-away-enquiry';
  await page.goto('/callback/');
  yield 'database-away-callback';
  await page.unrouteAll();
  provideApp(undefined);
};
