import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { transactionOver } from '#data/client.ts';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { readEnvironment } from '#services/environment.ts';
import enquiries from '#web/api/enquiries-routes.ts';
import { type FunctionContext, loadSite, provideApp } from '#web/http/open-app.ts';
import callback from '#web/public/calls/callback-routes.ts';
import { call } from '../../support/app.ts';
import { toldOff, type, type Walk } from './walk.ts';

type Handler = (request: Request, context: FunctionContext) => Promise<Response>;

/** Gives every function in this process an app whose database does not answer. */
async function takeDatabaseAway(url: string): Promise<void> {
  const away = () => Promise.reject(new DatabaseUnavailableError('away'));
  provideApp({
    place: 'local',
    environment: readEnvironment(
      { URL: url, NETLIFY_DB_URL: 'postgres://localhost/away' },
      'local',
    ),
    site: await loadSite(),
    database: { ...transactionOver(away), transaction: away, close: async () => {} },
    now: () => new Date(),
    uuid: randomUUID,
    randomBytes,
    log: () => {},
  });
}

/** Lets `handle` answer what the browser asks of `path`, in place of the server. */
const answerHere = (page: Page, path: string, handle: Handler) =>
  page.route(`**${path}`, async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const request = new Request(asked.url(), {
      method: asked.method(),
      headers: await asked.allHeaders(),
      ...(body && { body: new Uint8Array(body) }),
    });
    const answer = await call(handle, request);
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
  await answerHere(page, '/api/enquiries', enquiries);
  await answerHere(page, '/callback/', callback);
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
