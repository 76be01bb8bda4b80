/**
 * Whether a post comes from another site: judged by `Sec-Fetch-Site`, and by `Origin` only when that
 * is absent, since a browser posts `Origin: null` from a page with `Referrer-Policy: no-referrer`.
 * A post with neither comes from no browser and passes (service contract, section 3).
 */
export function isCrossSite(request: Request, siteUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  return origin !== new URL(siteUrl).origin && origin !== new URL(request.url).origin;
}
