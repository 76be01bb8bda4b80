import type { APIRoute } from 'astro';
import { DAY_INKS } from '#domain/circle/draw.ts';
import { settings } from '../components/site/settings.ts';

/** The web manifest: the site's name and its mark. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: settings.identity.name,
      short_name: 'Groups',
      lang: 'en-GB',
      start_url: '/',
      display: 'browser',
      background_color: DAY_INKS.ground,
      theme_color: DAY_INKS.ground,
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
