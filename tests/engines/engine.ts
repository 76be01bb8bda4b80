import { test as base } from '@playwright/test';
import { firefox } from './puppeteer.ts';
import type { Surface } from './surface.ts';
import { type Visitor, visitorAt } from './visitor.ts';
import { webkit } from './webkit.ts';

/** Each engine by its name, and a day of its own for its calls. */
export const ENGINES = {
  Firefox: { open: firefox, day: { date: '2026-12-08', words: 'Tuesday 8 December' } },
  WebKit: { open: () => webkit(true), day: { date: '2026-12-09', words: 'Wednesday 9 December' } },
  'WebKit without script': {
    open: () => webkit(false),
    day: { date: '2026-12-10', words: 'Thursday 10 December' },
  },
} as const satisfies Record<string, { open: () => Promise<Surface>; day: Day }>;

interface Day {
  date: string;
  words: string;
}

const engineNamed = (name: string) => {
  const engine = Object.entries(ENGINES).find(([known]) => known === name)?.[1];
  if (!engine) throw new Error(`There is no engine called ${name}.`);
  return engine;
};

/** A test in the engine its project is named for, opened once for all of them. */
export const engineTest = base.extend<
  { visitor: Visitor; me: string; day: Day },
  { surface: Surface }
>({
  surface: [
    async ({ browserName: _ }, use, { project }) => {
      const surface = await engineNamed(project.name).open();
      console.log(`${project.name}: ${surface.version}`);
      await use(surface);
      await surface.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  visitor: async ({ surface, baseURL }, use) => use(visitorAt(surface, baseURL ?? '')),
  me: async ({ surface: _ }, use, { project, testId }) =>
    use(`${project.name.replaceAll(' ', '-').toLowerCase()}-${testId.slice(-6)}@example.org`),
  day: async ({ surface: _ }, use, { project }) => use(engineNamed(project.name).day),
});
