import { parseArgs } from 'node:util';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { EnvironmentError } from '#services/environment.ts';
import { InUseError } from './lock.ts';
import { COMMANDS, UsageError } from './privacy/commands.ts';
import { openForPrivacy, PrivacySettingsError } from './privacy/open.ts';

const USAGE = `Say what to do:
  npm run privacy -- find --email person@example.org
  npm run -s privacy -- export --email person@example.org [--out FILE]
  npm run privacy -- erase --email person@example.org [--yes]
  npm run -s privacy -- erased --since 2026-11-24T00:00:00Z
  npm run privacy -- after-restore [--erased FILE]`;

const read = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      out: { type: 'string' },
      yes: { type: 'boolean' },
      since: { type: 'string' },
      erased: { type: 'string' },
    },
  });

function asked() {
  try {
    const { positionals, values } = read();
    const [name = ''] = positionals;
    if (positionals.length === 1 && Object.hasOwn(COMMANDS, name)) {
      return { command: COMMANDS[name], values };
    }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  throw new UsageError(USAGE);
}

async function main(): Promise<void> {
  const { command, values } = asked();
  const { app, close } = await openForPrivacy(process.env);
  await command?.(app, values).finally(close);
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

await main().catch((error: unknown) => {
  console.error(said(error));
  process.exitCode = 1;
});
