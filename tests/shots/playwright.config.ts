import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';

/** Pictures of the same site and states that the journeys go through, into `shots/`; not a test of anything. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: 'shots.ts',
  outputDir: '../../test-results/shots',
  projects: [{ name: 'shots' }],
  timeout: 600_000,
});
