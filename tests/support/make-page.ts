import { builtPage } from '#content/checks/built-page.ts';
import { type PageText, readPageText } from '#content/checks/page-text.ts';
import type { PageFile } from '#content/page-files.ts';
import { readSettings } from '#content/settings.ts';

const settings = readSettings(process.cwd());

const FIELDS = {
  title: 'A page',
  heading: 'What is on this page?',
  description: 'A page to check, with a description that is long enough.',
};

const field = ([name, value]: [string, unknown]) => `${name}: ${JSON.stringify(value)}`;

/** A page as staff would write it: `body` under fields that are right, but for those given. The body begins on line 7, or one further down for each field added. */
export function makePage(body: string, fields: Record<string, unknown> = {}): PageFile {
  const lines = Object.entries({ ...FIELDS, ...fields })
    .filter(([, value]) => value !== undefined)
    .map(field);
  return {
    file: 'content/pages/a-page.mdx',
    id: 'a-page',
    source: ['---', ...lines, '---', '', body, ''].join('\n'),
  };
}

/** The words of such a page. */
export const makePageText = (body: string, fields: Record<string, unknown> = {}): PageText =>
  readPageText(makePage(body, fields), settings);

/** A published page with `body` on it. */
export const makeBuiltPage = (address: string, body: string) =>
  builtPage(address, `<!doctype html><html lang="en-GB"><body>${body}</body></html>`);
