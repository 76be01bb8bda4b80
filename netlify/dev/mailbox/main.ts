import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ROUGH } from './faults.ts';
import { type MailboxOptions, startMailbox } from './start.ts';

/** The mailbox as its own process: settings from flags, then from the environment, each checked. */
const SettingsSchema = z
  .object({
    port: z.coerce.number().int().min(0).max(65_535).default(8889),
    host: z.string().optional(),
    'api-key': z.string().min(1).optional(),
    directory: z.string().min(1).optional(),
    'webhook-url': z.url().optional(),
    'webhook-secret': z.string().startsWith('whsec_').optional(),
    'fault-seed': z.coerce.number().int().optional(),
  })
  .refine((settings) => !settings['webhook-url'] === !settings['webhook-secret'], {
    error: 'Give both the webhook’s URL and its secret, or neither.',
  });

const { env } = process;
const fromEnvironment = {
  port: env.PORT,
  directory: env.MAILBOX_DIRECTORY,
  'api-key': env.MAILBOX_API_KEY,
  'webhook-url': env.WEBHOOK_URL,
  'webhook-secret': env.WEBHOOK_SECRET,
  'fault-seed': env.FAULT_SEED,
};

function readSettings() {
  const names = Object.keys(SettingsSchema.shape);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  return SettingsSchema.safeParse({ ...fromEnvironment, ...parseArgs({ options }).values });
}

function toOptions(settings: z.output<typeof SettingsSchema>): MailboxOptions {
  const { 'webhook-url': url, 'webhook-secret': secret, 'fault-seed': seed } = settings;
  return {
    port: settings.port,
    host: settings.host,
    apiKey: settings['api-key'],
    directory: settings.directory,
    webhook: url && secret ? { url, secret } : undefined,
    faults: seed === undefined ? undefined : { seed, rate: ROUGH },
  };
}

const settings = readSettings();
if (!settings.success) {
  console.error(z.prettifyError(settings.error));
  process.exit(2);
}
const mailbox = await startMailbox(toOptions(settings.data));
console.log(`Mailbox ${mailbox.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => mailbox.close());
}
