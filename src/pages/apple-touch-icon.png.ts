import type { APIRoute } from 'astro';
import { paint } from '../components/circle/paint.ts';

/** The mark on paper, for a home screen. */
export const GET: APIRoute = async () =>
  new Response(await paint('mark', { width: 180, height: 180, circle: 132 }), {
    headers: { 'content-type': 'image/png' },
  });
