import { defineConfig } from '@playwright/test';
import { PORT } from './tests/e2e/ports.ts';
import { PREPARE_SITE, SITE_ROOT } from './tests/e2e/site.ts';

const url = `http://localhost:${PORT}`;

const SERVE = `cd ${SITE_ROOT} && exec node netlify/dev/start.ts --built`;

/**
 * The journeys run against the site as production would serve it, built with the tests' own settings, with its own
 * database and mailbox.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  // What is called @whole is for `npm run states` alone: it is held without a browser, or by another journey of an
  // ordinary run (docs/decisions/0015-states-pictures-engines.md says where).
  ...(process.env['STATES'] !== 'whole' && { grepInvert: /@whole/ }),
  retries: 0,
  // One more than the cores of the smallest machine this runs on: a test often waits, as a person would.
  workers: 3,
  timeout: 60_000,
  // A hair's breadth of colour here and there is no difference; a line of text that has moved is.
  snapshotPathTemplate: 'tests/e2e/visual/baselines/{arg}{ext}',
  expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.002, animations: 'disabled' } },
  use: {
    baseURL: url,
    // What is looked for in vain fails by itself, and not with its whole test.
    actionTimeout: 30_000,
    // A third of the time goes into traces; to look for a fault, ask for one: `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM'] && { executablePath: process.env['CHROMIUM'] }),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-gpu',
      ],
    },
  },
  // The links in every email are followed once every journey has sent its own, whether or not it came to its end.
  projects: [
    { name: 'journeys', testIgnore: /scanners/, teardown: 'scanners' },
    { name: 'scanners', testMatch: /scanners/ },
  ],
  webServer: {
    cwd: process.cwd(),
    // `npm cit` has prepared it while something else was waited for.
    command: process.env['E2E_SITE'] === 'prepared' ? SERVE : `(${PREPARE_SITE}) && ${SERVE}`,
    url,
    timeout: 240_000,
    env: {
      PORT: String(PORT),
      RATE_LIMIT: '0',
      // One of the staff for each worker: whoever signs in uses the newest link of an address.
      STAFF_EMAIL: 'staff@example.org, rota@example.org, desk@example.org',
      // The journeys start at an hour when the line is open, whenever they are run.
      CLOCK: '2026-11-24T10:00:00Z',
    },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
