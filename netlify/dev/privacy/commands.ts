import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readReference } from '#domain/reference.ts';
import { readSubject, type Subject } from '#domain/subject.ts';
import type { App } from '#services/app.ts';
import { fillSearch } from '#services/desk/fill-search.ts';
import {
  type ErasedSince,
  erasuresSince,
  putRightAfterRestore,
} from '#services/privacy/after-restore.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import { exportOf } from '#services/privacy/export-person.ts';
import {
  isNothing,
  isShared,
  mentionsBesides,
  type SubjectData,
  subjectDataOf,
} from '#services/privacy/subject-data.ts';
import { ALSO_BY_EMAIL, erasedInWords, subjectDataInWords } from './words.ts';

/** What was typed after the command; each command takes what it needs. */
export interface Options {
  email?: string | undefined;
  phone?: string | undefined;
  reference?: string | undefined;
  out?: string | undefined;
  yes?: boolean | undefined;
  since?: string | undefined;
  erased?: string | undefined;
}

/** The command was not said as it must be. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Writes text to where the answer goes: a terminal, or the file it is sent to. */
export type Print = (text: string) => void;

type Command = (app: App, options: Options, print: Print) => Promise<void>;

const WHOSE =
  'Say whose data, in one way: --email person@example.org, --phone "01632 960 001" or --reference ABCD2345';

/** Whose data a command is about: what was given must be what it is called. */
function subjectIn({ email, phone, reference }: Options): Subject {
  const given = Object.entries({ email, phone, reference }).filter(
    ([, typed]) => typed !== undefined,
  );
  const [[by, typed] = []] = given;
  const subject = given.length === 1 ? readSubject(typed ?? '') : undefined;
  if (subject?.by === by && subject) return subject;
  throw new UsageError(WHOSE);
}

/** The longest a number is looked for in what was sent before numbers were kept one way. */
const FOLDING_MS = 60_000;

/** What is held about a person, and where else their address stands. */
async function lookUp(app: App, subject: Subject) {
  if (subject.by === 'phone') await fillSearch(app, FOLDING_MS);
  const data = await subjectDataOf(app.database, subject);
  const mentions = await mentionsBesides(app.database, subject, data);
  return { data, mentions };
}

const SHARED = `Different people give this number, so it does not say whose is whose. Take each by --reference.`;

/** Throws UsageError where a number is not one person’s. */
async function refuseShared(app: App, subject: Subject): Promise<void> {
  if (subject.by === 'phone') await fillSearch(app, FOLDING_MS);
  const data = await subjectDataOf(app.database, subject);
  if (await isShared(app.database, subject, data)) throw new UsageError(SHARED);
}

const find: Command = async (app, options, print) => {
  const subject = subjectIn(options);
  const { data, mentions } = await lookUp(app, subject);
  print(subjectDataInWords(data, mentions, app.now().getTime()));
  if (await isShared(app.database, subject, data)) print(`\n${SHARED}`);
  else if (subject.by !== 'email') print(`\n${ALSO_BY_EMAIL}`);
};

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`${file} is there already, and is not written over. Choose another name.`);
  }
}

const exportData: Command = async (app, options, print) => {
  const subject = subjectIn(options);
  await refuseShared(app, subject);
  const whole = await app.database.transaction(async (tx) =>
    exportOf(app, tx, subject, await subjectDataOf(tx, subject)),
  );
  const text = JSON.stringify(whole, null, 2);
  if (options.out === undefined) return print(text);
  writeNew(options.out, `${text}\n`);
  print(
    `Written to ${options.out}, readable by you alone. Read it before you hand it over: notes may name others. Delete it afterwards.`,
  );
};

/** Asks for the number of cases, so that nobody erases more than they have just read. */
async function isSure({ cases, calls }: SubjectData): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('Nobody can be asked here. Add --yes to erase.');
  const number = cases.length + calls.length;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(
    `\nThis cannot be undone. To erase it, type the number of cases and calls above (${number}): `,
  );
  ask.close();
  return answer.trim() === String(number);
}

const erase: Command = async (app, options, print) => {
  const subject = subjectIn(options);
  await refuseShared(app, subject);
  const { data, mentions } = await lookUp(app, subject);
  print(subjectDataInWords(data, mentions, app.now().getTime()));
  if (isNothing(data)) return;
  if (!options.yes && !(await isSure(data))) {
    throw new UsageError('Nothing is erased.');
  }
  print(`\n${erasedInWords(await eraseAbout(app, subject))}`);
};

const erased: Command = async (app, { since }, print) => {
  const from = new Date(since ?? '');
  if (Number.isNaN(from.getTime())) {
    throw new UsageError('Say since when: --since 2026-11-24T00:00:00Z, the time of the backup.');
  }
  for (const { at, reference, act } of await erasuresSince(app.database, from)) {
    print([at.toISOString(), reference, act].filter(Boolean).join(' '));
  }
};

const BY_ID = /\b(call|message) ([0-9a-f-]{36}) /;

const idsOf = (lines: readonly string[], what: string) =>
  lines.flatMap((line) => {
    const [, kind, id] = BY_ID.exec(line) ?? [];
    return id !== undefined && kind === what ? [id] : [];
  });

/** What a list says was erased: as `erased` wrote it, or a reference to a line as a person did. */
function erasuresIn(file: string): ErasedSince {
  const lines = readFileSync(file, 'utf8').split('\n');
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const references = written
    .filter((line) => !BY_ID.test(line))
    .map((line) => {
      const reference = line.split(/\s+/).map(readReference).find(Boolean);
      if (reference) return reference;
      throw new UsageError(`${file}: no reference in the line "${line}".`);
    });
  return { references, callIds: idsOf(written, 'call'), messageIds: idsOf(written, 'message') };
}

const afterRestore: Command = async (app, { erased: file }, print) => {
  const none = { references: [], callIds: [], messageIds: [] };
  const listed = file === undefined ? none : erasuresIn(file);
  const { cases, calls, givenUp } = await putRightAfterRestore(app, listed);
  const { references, callIds } = listed;
  print(
    `Of ${references.length} cases and ${callIds.length} calls that were erased, ${cases} and ${calls} had come back, and are erased again.\n${givenUp} emails that should have gone more than a day ago are given up; the digest and the desk list them.\nEveryone is signed out of the desk.`,
  );
};

/** What can be asked for, by the word it is asked with. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  find,
  export: exportData,
  erase,
  erased,
  'after-restore': afterRestore,
};
