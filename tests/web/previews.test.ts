import { afterEach, expect, test, vi } from 'vitest';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { openApp, provideApp } from '#web/http/open-app.ts';
import { openPrepared } from '../support/prepared-database.ts';

const SETTINGS = {
  RESEND_API_KEY: 're_x',
  RESEND_WEBHOOK_SECRET: 'whsec_x',
  MAIL_FROM: 'hello@example.org',
  STAFF_EMAIL: 'one@example.org',
  LINK_SECRET: 'x'.repeat(32),
  NETLIFY_DB_URL: 'postgres://localhost:1/none',
  URL: 'https://www.example.org',
};

afterEach(() => {
  vi.unstubAllEnvs();
  provideApp(undefined);
});

/** The app as a deploy opens it that answers under `address`. */
async function opened(context: string, address: string) {
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
  const deploy = { context, id: '0', published: false };
  const app = await openApp({ deploy, url: new URL(address) });
  await app.database.close();
  return { url: app.environment.URL, sends: app.send !== undefined };
}

test('a preview stays under its own address, and sends no mail', async () => {
  expect(await opened('deploy-preview', 'https://preview.example.org/api/enquiries')).toEqual({
    url: 'https://preview.example.org',
    sends: false,
  });
});

test('the live site writes its own address, whichever one it was asked under', async () => {
  expect(await opened('production', 'https://other.example.org/enquire/')).toEqual({
    url: 'https://www.example.org',
    sends: true,
  });
});

test('a function that is warm follows its database to the address the host gives it', async () => {
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
  const opening = { deploy: { context: 'production', id: '0', published: true } };
  const asked = async () => (await openApp(opening)).database.query('SELECT 1 AS one');
  await expect(asked()).rejects.toThrow(DatabaseUnavailableError);
  const embedded = await openPrepared();
  vi.stubEnv('NETLIFY_DB_URL', embedded.url);
  expect(await asked()).toEqual([{ one: 1 }]);
  await (await openApp(opening)).database.close();
  await embedded.close();
});
