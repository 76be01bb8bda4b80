import { defineConfig } from 'vitest/config';

// One project: Vitest shares a worker, with its modules and its database, only among the files of one project, and
// starts another whenever the next file is of another.
export default defineConfig({
  test: {
    include: ['tests/{domain,data,services,web,netlify,content}/**/*.test.ts'],
    globalSetup: ['tests/support/prepared-database.ts', 'tests/support/seed.ts'],
    setupFiles: 'tests/support/seed-properties.ts',
    // One for each core of the smallest machine this runs on; Vitest by itself leaves one of them idle.
    maxWorkers: 2,
    // Files of a worker share its modules and its database: nothing in either is left behind by a file.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
