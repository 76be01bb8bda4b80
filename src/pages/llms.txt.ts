import type { APIRoute } from 'astro';
import { getPages } from '#content/queries.ts';
import { line } from '../components/line/line.ts';
import { settings } from '../components/site/settings.ts';

/** The site in brief for language models (llmstxt.org): the home page's words, then every page to read. */
export const GET: APIRoute = async ({ site }) => {
  const pages = (await getPages()).filter(({ id, data }) => id !== '404' && !data.noindex);
  const home = pages.find(({ id }) => id === 'index');
  const links = pages
    .filter(({ id }) => id !== 'index')
    .map(
      ({ id, data }) =>
        `- [${data.heading}](${new URL(`/${id}/`, site).href}): ${data.description}`,
    );
  const text = [
    `# ${settings.identity.name}`,
    '',
    `> ${home?.data.description ?? ''}`,
    '',
    `Phone ${line.phone}, ${line.hours}. Ring with any question.`,
    '',
    '## Pages',
    '',
    ...links,
    '',
  ].join('\n');
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
