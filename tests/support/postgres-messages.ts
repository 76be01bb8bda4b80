/** Asks for encryption before the startup message, and is answered by one byte (PostgreSQL, 55.7: SSLRequest, GSSENCRequest). */
const ENCRYPTION_REQUESTS: readonly number[] = [80877103, 80877104];

/** A message of PostgreSQL's protocol, whole, with its type; the first of a connection have none. */
export interface Message {
  type: string;
  bytes: Buffer;
}

/** Takes a stream to pieces: what is given to it comes back as the messages that are whole by then. */
export interface MessageReader {
  read(sent: Buffer): Message[];
}

/** Reads one side of a connection; what a client sends begins with messages that have no type. */
export function messageReader(side: 'client' | 'server'): MessageReader {
  let rest = Buffer.alloc(0);
  let started = side === 'server';
  const next = (): Message | undefined => {
    const head = started ? 1 : 0;
    if (rest.length < head + 4) return undefined;
    const end = head + rest.readInt32BE(head);
    if (rest.length < end) return undefined;
    const bytes = rest.subarray(0, end);
    rest = rest.subarray(end);
    if (started) return { type: String.fromCharCode(bytes[0] ?? 0), bytes };
    started = !ENCRYPTION_REQUESTS.includes(bytes.readInt32BE(4));
    return { type: '', bytes };
  };
  return {
    read(sent) {
      rest = Buffer.concat([rest, sent]);
      const messages: Message[] = [];
      for (let message = next(); message; message = next()) messages.push(message);
      return messages;
    },
  };
}

const textOf = ({ bytes }: Message) => bytes.toString('utf8', 5, bytes.length - 1);

/** Whether a client’s message is the simple query COMMIT. */
export const isCommit = (message: Message): boolean =>
  message.type === 'Q' && textOf(message).toUpperCase() === 'COMMIT';

/** Whether a server’s message says that a COMMIT was done: it answers one that came too late with ROLLBACK. */
export const isCommitted = (message: Message): boolean =>
  message.type === 'C' && textOf(message) === 'COMMIT';

/** Whether a server’s message ends its answer: it is ready for the next query. */
export const isReady = ({ type }: Message): boolean => type === 'Z';

/** What a server sends that takes no client now, with the SQLSTATE `code`. */
export function refusalMessage(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mnot now\0\0`);
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
