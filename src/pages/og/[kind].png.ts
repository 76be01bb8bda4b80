import type { APIRoute, GetStaticPaths } from 'astro';
import { getPages } from '#content/queries.ts';
import type { CircleKind } from '../../components/circle/kinds.ts';
import { paint } from '../../components/circle/paint.ts';

/** The picture shared with a page: its own circle. One file for each circle that a page has. */
export const getStaticPaths = (async () => {
  const kinds = new Set<CircleKind>((await getPages()).map(({ data }) => data.circle ?? 'group'));
  return [...kinds].map((kind) => ({ params: { kind } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(await paint(params.kind as CircleKind, { width: 1200, height: 630, circle: 520 }), {
    headers: { 'content-type': 'image/png' },
  });
