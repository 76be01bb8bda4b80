import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import * as z from 'zod';
import { readReference } from '#domain/reference.ts';
import type { App } from '../../lib/app.ts';
import { erasuresSince, putRightAfterRestore } from '../../lib/privacy/after-restore.ts';
import { eraseAbout } from '../../lib/privacy/erase.ts';
import { exportOf } from '../../lib/privacy/export.ts';
import { type Held, heldAbout, isNothing, mentionsBesides } from '../../lib/privacy/held.ts';
import { erasedInWords, heldInWords } from './words.ts';

/** What was typed after the command; each command takes what it needs. */
export interface Options {
  email?: string | undefined;
  out?: string | undefined;
  yes?: boolean | undefined;
  since?: string | undefined;
  erased?: string | undefined;
}

/** The command was not said as it must be. */
export class UsageError extends Error {
  override name = 'UsageError';
}

type Command = (app: App, options: Options) => Promise<void>;

function addressIn({ email }: Options): string {
  const read = z.email().safeParse(email?.trim());
  if (read.success) return read.data.toLowerCase();
  throw new UsageError('Say whose data: --email person@example.org');
}

const find: Command = async (app, options) => {
  const email = addressIn(options);
  const held = await heldAbout(app.database, email);
  const mentions = await mentionsBesides(app.database, email, held);
  console.log(heldInWords(held, mentions, app.now().getTime()));
};

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`${file} is there already, and is not written over. Choose another name.`);
  }
}

const exportData: Command = async (app, options) => {
  const email = addressIn(options);
  const whole = await app.database.transaction(async (tx) =>
    exportOf(app, tx, email, await heldAbout(tx, email)),
  );
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  if (options.out === undefined) return void process.stdout.write(text);
  writeNew(options.out, text);
  console.log(
    `Written to ${options.out}, readable by you alone. Read it before you hand it over: notes may name others. Delete it afterwards.`,
  );
};

/** Asks for the number of cases, so that nobody erases more than they have just read. */
async function isSure({ cases, calls }: Held): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('Nobody can be asked here. Add --yes to erase.');
  const number = cases.length + calls.length;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(
    `\nThis cannot be undone. To erase it, type the number of cases and calls above (${number}): `,
  );
  ask.close();
  return answer.trim() === String(number);
}

const erase: Command = async (app, options) => {
  const email = addressIn(options);
  const held = await heldAbout(app.database, email);
  const mentions = await mentionsBesides(app.database, email, held);
  console.log(heldInWords(held, mentions, app.now().getTime()));
  if (isNothing(held)) return;
  if (!options.yes && !(await isSure(held))) {
    throw new UsageError('Nothing is erased.');
  }
  console.log(`\n${erasedInWords(await eraseAbout(app, email))}`);
};

const erased: Command = async (app, { since }) => {
  const from = new Date(since ?? '');
  if (Number.isNaN(from.getTime())) {
    throw new UsageError('Say since when: --since 2026-11-24T00:00:00Z, the time of the backup.');
  }
  for (const { at, reference, act } of await erasuresSince(app.database, from)) {
    console.log(`${at.toISOString()} ${reference} ${act}`);
  }
};

/** The references in a list that `erased` wrote, or that a person wrote one to a line; a call’s erasure is left to a person. */
function referencesIn(file: string) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const words = line.trim().split(/\s+/);
    const reference = words.map(readReference).find((read) => read !== undefined);
    if (!reference) throw new UsageError(`${file}: no reference in the line "${line}".`);
    return { reference, ofCall: words.includes('call') };
  });
}

const afterRestore: Command = async (app, { erased: file }) => {
  const listed = file === undefined ? [] : referencesIn(file);
  const whole = listed.filter(({ ofCall }) => !ofCall).map(({ reference }) => reference);
  const { erased: again, givenUp } = await putRightAfterRestore(app, whole);
  console.log(
    `${again} of ${whole.length} cases had come back and are erased again; ${givenUp} emails owed for more than a day are given up; everybody is signed out of the desk.`,
  );
  for (const { reference } of listed.filter(({ ofCall }) => ofCall)) {
    console.log(`A call in ${reference} had been erased: look at it at the desk.`);
  }
};

/** What can be asked for, by the word it is asked with. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  find,
  export: exportData,
  erase,
  erased,
  'after-restore': afterRestore,
};
