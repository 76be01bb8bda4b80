import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { EventSchema, MessageSchema } from './message.ts';

const EntrySchema = z.discriminatedUnion('entry', [
  z.strictObject({ entry: z.literal('message'), message: MessageSchema }),
  z.strictObject({ entry: z.literal('event'), message: z.uuid(), event: EventSchema }),
]);
/** One line of the journal. */
type Entry = z.output<typeof EntrySchema>;

/** Where entries are kept: `read` at start, `append` before an answer goes out, `clear` empties. */
export interface Journal {
  read(): Entry[];
  append(entry: Entry): void;
  clear(): void;
}

/** A line in the middle of the journal is not an entry: the file was edited, or is not ours. */
class JournalError extends Error {
  override name = 'JournalError';
}

/** Keeps nothing beyond the process. */
export const NO_JOURNAL: Journal = { read: () => [], append: () => {}, clear: () => {} };

/** Keeps entries in `directory/messages.jsonl`, one a line; a last line torn by a crash is cut off. */
export function openJournal(directory: string): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'messages.jsonl');
  return {
    read: () => readEntries(path),
    append: (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 }),
    clear: () => existsSync(path) && truncateSync(path),
  };
}

function readEntries(path: string): Entry[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
  return lines.map((line, index) => readEntry(line, `${path}:${index + 1}`));
}

function readEntry(line: string, place: string): Entry {
  try {
    return EntrySchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new JournalError(`${place} is not a mailbox entry`, { cause });
  }
}
