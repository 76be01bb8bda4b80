/** Makes Netlify's CDN forget every answer it keeps under a tag; loaded only when staff change something. */
export async function purgeTag(tag: string): Promise<void> {
  const { purgeCache } = await import('@netlify/functions');
  await purgeCache({ tags: [tag] });
}
