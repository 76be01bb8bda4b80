import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { hiddenAddresses } from './netlify/build/hidden-pages.ts';
import { inline } from './netlify/build/inline.ts';
import { unpublished } from './netlify/build/unpublished.ts';

const LOCAL = 'http://localhost:8888';

/** The build's own shells, and what pages' own fields hide, are not for search engines. */
const unlisted = ['/notice/', '/desk-shell/', ...hiddenAddresses(process.cwd())];

/** Astro marks its own modules with a directive the bundler does not know; it says so once for each page. */
const quiet = {
  onwarn(warning, warn) {
    if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
  },
};

export default defineConfig({
  site: process.env.URL ?? LOCAL,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !unlisted.includes(new URL(page).pathname) }),
    inline(),
    unpublished(),
  ],
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: quiet }, worker: { format: 'es' } },
});
