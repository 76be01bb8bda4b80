import type { APIRoute } from 'astro';

/** Everything public may be read; what belongs to one person or to staff may not be crawled. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /api/',
      'Disallow: /desk/',
      'Disallow: /your-call/',
      'Disallow: /your-enquiry/',
      '',
      `Sitemap: ${new URL('/sitemap-index.xml', site).href}`,
      '',
    ].join('\n'),
  );
