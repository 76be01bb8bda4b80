import { defineConfig } from 'vitest/config';

const project = (name: string, extra = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...extra },
});

export default defineConfig({
  test: {
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
