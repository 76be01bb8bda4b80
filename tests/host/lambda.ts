import { PassThrough } from 'node:stream';

// One function as the host runs it: the entry point out of its zip, with the bootstrap beside it, in a process of its
// own. It is asked by messages, and says when its answer is whole and when what goes on after it has ended.

/** What an answer begins with, as the bootstrap writes it. */
interface Metadata {
  statusCode: number;
  multiValueHeaders?: Record<string, string[]>;
  headers?: Record<string, string>;
}

/** A call of the host (LambdaEvent of @netlify/serverless-functions-api). */
export interface HostCall {
  rawUrl: string;
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  body?: string;
  isBase64Encoded: boolean;
  route?: string;
  netlifyDBURL?: string;
}

/** What comes back of a call, by its id. */
export type Reply =
  | { kind: 'ready'; ms: number }
  | { kind: 'answer'; id: number; metadata: Metadata; body: string }
  | { kind: 'ended'; id: number }
  | { kind: 'broke'; id: number; error: string };

type Handler = (call: HostCall, stream: PassThrough, context: object) => Promise<void>;

const metadataOf = new WeakMap<object, Metadata>();

Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: Handler) => handler,
    HttpResponseStream: {
      from(stream: PassThrough, metadata: Metadata) {
        metadataOf.set(stream, metadata);
        return stream;
      },
    },
  },
});

const say = (reply: Reply) => process.send?.(reply);

const [, , entry = ''] = process.argv;
const begun = performance.now();
const { handler } = (await import(entry)) as { handler: Handler };

async function answer({ id, call }: { id: number; call: HostCall }): Promise<void> {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => {
    const metadata = metadataOf.get(stream) ?? { statusCode: 0 };
    say({ kind: 'answer', id, metadata, body: Buffer.concat(parts).toString('base64') });
  });
  try {
    await handler(call, stream, {
      awsRequestId: String(id),
      getRemainingTimeInMillis: () => 60_000,
    });
    say({ kind: 'ended', id });
  } catch (error) {
    say({ kind: 'broke', id, error: String(error) });
  }
}

process.on('message', (message: { id: number; call: HostCall }) => void answer(message));
process.on('disconnect', () => process.exit());
say({ kind: 'ready', ms: performance.now() - begun });
