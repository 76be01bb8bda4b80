import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readmeExamples } from './examples.ts';

/** Where pages stand that readers never get, below the project's root. */
const FOLDER = 'src/unpublished';

/** Parts of such pages, as Astro tells them from pages. */
const PRIVATE = /(?:^|[\\/])_/;

/** The address of such a page, from its file there: "style.astro" is "/style", "a/b.astro" is "/a/b". */
const patternOf = (file: string) =>
  `/${file.replaceAll('\\', '/').replace(/\.astro$/, '')}`.replace(/\/index$/, '/');

/**
 * Pages for anyone who works on the site. They are there while the development server runs; a build never
 * sees them, so nothing of them can be published by mistake.
 */
export const unpublished = (): AstroIntegration => ({
  name: 'unpublished',
  hooks: {
    'astro:config:setup': ({ command, config, injectRoute, updateConfig }) => {
      if (command !== 'dev') return;
      const root = fileURLToPath(config.root);
      updateConfig({ vite: { plugins: [readmeExamples(root)] } });
      const files = globSync('**/*.astro', { cwd: join(root, FOLDER) });
      for (const file of files.filter((name) => !PRIVATE.test(name))) {
        injectRoute({ pattern: patternOf(file), entrypoint: `./${FOLDER}/${file}` });
      }
    },
  },
});
