import { hashOf } from '#services/keys.ts';

/** A strong entity tag: the same text has the same tag, any other text another (RFC 9110, 8.8.3). */
export const etagOf = (text: string): string => `"${hashOf(text).toString('base64url')}"`;

/** Whether the reader says it has what `etag` stands for (If-None-Match, compared weakly: RFC 9110, 13.1.2). */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? '';
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
