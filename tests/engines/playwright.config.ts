import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';
import { ENGINES } from './engine.ts';

/** The same journeys in the other engines people read with; Playwright runs them, and brings no browser. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: 'journeys.ts',
  outputDir: '../../test-results/engines',
  workers: 1,
  timeout: 180_000,
  projects: Object.keys(ENGINES).map((name) => ({ name })),
});
