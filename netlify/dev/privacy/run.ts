import { parseArgs } from 'node:util';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { EnvironmentError } from '#services/environment.ts';
import { InUseError } from '../lock.ts';
import { COMMANDS, type Print, UsageError } from './commands.ts';
import { openForPrivacy, PrivacySettingsError } from './open.ts';

const USAGE = `Say what to do:
  npm run privacy -- find --email person@example.org
  npm run privacy -- find --phone "01632 960 001"
  npm run privacy -- find --reference ABCD2345
  npm run -s privacy -- export --email person@example.org [--out FILE]
  npm run privacy -- erase --email person@example.org [--yes]
  (export and erase take --phone and --reference too)
  npm run -s privacy -- erased --since 2026-11-24T00:00:00Z
  npm run privacy -- after-restore [--erased FILE]`;

const read = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      phone: { type: 'string' },
      reference: { type: 'string' },
      out: { type: 'string' },
      yes: { type: 'boolean' },
      since: { type: 'string' },
      erased: { type: 'string' },
    },
  });

function asked(words: readonly string[]) {
  try {
    const { positionals, values } = read(words);
    const [name = ''] = positionals;
    if (positionals.length === 1 && Object.hasOwn(COMMANDS, name)) {
      return { command: COMMANDS[name], values };
    }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  throw new UsageError(USAGE);
}

/** A fault’s message can quote what is kept about somebody, so only its kind is said of those not written here. */
function said(error: unknown): string {
  const ours = [UsageError, PrivacySettingsError, EnvironmentError, InUseError];
  if (ours.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof DatabaseUnavailableError)
    return `The database does not answer: ${error.message}`;
  const { name, code } = error as Error & { code?: string };
  return `It failed, and nothing was changed in the database: ${[name, code].filter(Boolean).join(' ')}.`;
}

/**
 * Does what `words` ask for, with settings from `env`: prints what came of it, and complains in one clear line of what
 * went wrong. Returns the code to exit with.
 */
export async function runPrivacy(
  words: readonly string[],
  env: Record<string, string | undefined>,
  { print, complain }: { print: Print; complain: Print },
): Promise<number> {
  try {
    const { command, values } = asked(words);
    const { app, close } = await openForPrivacy(env);
    await command?.(app, values, print).finally(close);
    return 0;
  } catch (error) {
    complain(said(error));
    return 1;
  }
}
