import { defineConfig } from 'vitest/config';

// Guards are taken out in one file, whose modules are no other file’s: with those of the service it would share them.
export default defineConfig({
  test: {
    include: ['tests/attack/*.test.ts'],
    globalSetup: ['tests/support/prepared-database.ts', 'tests/support/seed.ts'],
    setupFiles: 'tests/support/seed-properties.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});
