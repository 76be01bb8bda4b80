import { defineConfig } from 'vitest/config';

const project = (name: string, extra = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project('domain'),
      project('functions', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('content', { testTimeout: 60_000, hookTimeout: 120_000 }),
    ],
  },
});
