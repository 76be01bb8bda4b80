import { Duplex } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/compress';
import { parseAccept } from 'hono/utils/accept';

/** What is sent sooner as it is than compressed. */
const SMALL_BYTES = 1024;

/** The quality by which the budgets of pages count bytes (docs/decisions/0014-budgets.md). */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const ENCODERS = { br: () => createBrotliCompress(BROTLI), gzip: () => createGzip() };
type Encoding = keyof typeof ENCODERS;

/** The better of the ways that a request takes (RFC 9110, 12.5.3); undefined when it takes neither. */
function encodingFor(request: Request): Encoding | undefined {
  const accepted = parseAccept(request.headers.get('accept-encoding') ?? '');
  const takes = (name: string) =>
    (accepted.find(({ type }) => type.toLowerCase() === name)?.q ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

const isCompressible = ({ headers, status }: Response): boolean =>
  status !== 206 &&
  !headers.has('content-encoding') &&
  Number(headers.get('content-length') ?? SMALL_BYTES) >= SMALL_BYTES &&
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers.get('content-type') ?? '');

/**
 * `response` as the host’s network sends it on: text in brotli or gzip, whichever the request takes. The other bytes
 * have a tag of their own (RFC 9110, 8.8.1): a strong one becomes weak.
 */
export function compressed(request: Request, response: Response): Response {
  if (!isCompressible(response)) return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const encoding = encodingFor(request);
  const { status, body } = response;
  if (!encoding || !body) return new Response(body, { status, headers });
  headers.delete('content-length');
  headers.set('content-encoding', encoding);
  const tag = headers.get('etag');
  if (tag?.startsWith('"')) headers.set('etag', `W/${tag}`);
  const encoder = Duplex.toWeb(ENCODERS[encoding]()) as TransformStream<Uint8Array, Uint8Array>;
  return new Response(body.pipeThrough(encoder), { status, headers });
}
