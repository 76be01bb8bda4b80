import { bankHolidays } from '#content/bank-holidays.ts';
import { LIVE_PAGES, type PageShell, placesOf } from '#domain/page-slots.ts';
import type { Site } from '#services/site.ts';
import { TEST_SETTINGS } from './test-settings.ts';

const place = (name: string, markup: string) =>
  `<!--place:${name}-->${markup}<!--/place:${name}-->`;

/** A shell with every place a page has and nothing else, so that functions are tested without a build. */
const shell = (name: PageShell) => {
  const [, , , ...filled] = placesOf(name);
  return `<!doctype html><html lang="en-GB"><head>${place('title', `<title>${name}</title>`)}</head><body><main>${place('above', '')}<h1>${place('heading', name)}</h1>${filled.map((one) => place(one, 'Blank')).join('')}</main></body></html>`;
};

/** What the build would hand to the functions: the tests' own settings, with bare shells. */
export const testSite = (): Site => ({
  settings: TEST_SETTINGS,
  privacyNotice: '2026-11-01 0123456789ab',
  bankHolidays: bankHolidays({ first: 2025, last: 2041 }),
  shells: Object.fromEntries(LIVE_PAGES.map((name) => [name, shell(name)])) as Site['shells'],
  inline: { styles: [], scripts: [] },
});
