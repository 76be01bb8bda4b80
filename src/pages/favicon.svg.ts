import type { APIRoute } from 'astro';
import { EVENING_RULES, standaloneCircle } from '../components/circle/draw.ts';

/** The mark as an icon that follows light and dark. */
export const GET: APIRoute = () =>
  new Response(standaloneCircle({ kind: 'mark' }, { extra: EVENING_RULES }), {
    headers: { 'content-type': 'image/svg+xml' },
  });
