import { defineConfig } from 'vitest/config';

const project = (name: string, extra = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...extra },
});

export default defineConfig({
  test: {
    // One for each core of the smallest machine this runs on; Vitest by itself leaves one of them idle.
    maxWorkers: 2,
    // Files of a worker share its modules and its database: nothing in either is left behind by a file.
    isolate: false,
    projects: [
      project('domain'),
      project('data', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('services', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('web', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('netlify', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('content', { testTimeout: 60_000, hookTimeout: 120_000 }),
    ],
  },
});
