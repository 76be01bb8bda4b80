import { afterEach, expect, test, vi } from 'vitest';
import { openApp, provideApp } from '#web/http/open-app.ts';

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
