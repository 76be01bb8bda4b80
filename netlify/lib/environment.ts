import * as z from 'zod';

/** Where the code runs: on a developer's machine, in a deploy preview, or as the live site. */
export type Place = 'local' | 'preview' | 'production';

/** What stands in locally for settings that are missing; production refuses every one of them. */
export const LOCAL_DEFAULTS = {
  RESEND_API_KEY: 're_local_development',
  RESEND_WEBHOOK_SECRET: 'whsec_bG9jYWwtZGV2ZWxvcG1lbnQtb25seS1zZWNyZXQ=',
  MAIL_FROM: 'Reflective Practice Groups <service@example.org>',
  STAFF_EMAIL: 'staff@example.org',
  LINK_SECRET: 'local-development-only-local-development-only',
} as const;

const bare = (mailbox: string) =>
  (/<([^<>]+)>$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();

const MailboxSchema = z
  .string()
  .regex(
    /^[^\r\n<>",;]*<[^\s<>]+>$|^[^\s<>",;]+$/,
    'Write one address, such as "Name <name@example.org>".',
  )
  .refine((mailbox) => z.email().safeParse(bare(mailbox)).success, 'This is not an email address.');

const AddressListSchema = z
  .string()
  .transform((list) => list.split(',').map((address) => address.trim()))
  .pipe(z.array(z.email('Write addresses separated by commas.')).min(1).max(50));

const secret = z.string().min(32, 'Use 32 random characters or more.');

const EnvironmentSchema = z
  .object({
    RESEND_API_KEY: z.string().min(1),
    RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'It starts with "whsec_".'),
    RESEND_BASE_URL: z
      .url('Write a whole address, such as https://api.resend.com.')
      .transform((url) => url.replace(/\/$/, ''))
      .optional(),
    MAIL_FROM: MailboxSchema,
    STAFF_EMAIL: AddressListSchema,
    LINK_SECRET: secret,
    NETLIFY_DB_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'Write a PostgreSQL address: postgres://…'),
    URL: z.url().transform((url) => url.replace(/\/$/, '')),
    RATE_LIMIT: z
      .string()
      .regex(/^(?:0|[1-9]\d{0,5})$/, 'Write a whole number, such as 10.')
      .transform(Number)
      .default(10),
  })
  .refine(({ MAIL_FROM, STAFF_EMAIL }) => !STAFF_EMAIL.some((to) => bare(to) === bare(MAIL_FROM)), {
    path: ['STAFF_EMAIL'],
    message: 'None of the staff addresses may be the address mail is sent from.',
  });

/** The settings of the running service, checked. */
export type Environment = z.output<typeof EnvironmentSchema>;

/** The settings are incomplete or wrong; the message names each, and never shows its value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

const PRODUCTION_RULES: (readonly [name: keyof Environment, refused: (raw: string) => boolean])[] =
  [
    ...Object.entries(LOCAL_DEFAULTS).map(
      ([name, value]) => [name as keyof Environment, (raw: string) => raw === value] as const,
    ),
    ['RATE_LIMIT', (raw) => raw === '0'],
  ];

function productionFaults(raw: Record<string, string | undefined>) {
  return PRODUCTION_RULES.filter(([name, refused]) => refused(raw[name] ?? '')).map(
    ([name]) => `${name}: this value is only for a developer's machine.`,
  );
}

/** Reads the settings from `raw` as they must be in `place`. Throws EnvironmentError naming each fault. */
export function readEnvironment(
  raw: Record<string, string | undefined>,
  place: Place,
): Environment {
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''));
  const given = place === 'local' ? { ...LOCAL_DEFAULTS, ...present } : present;
  const checked = EnvironmentSchema.safeParse(given);
  const faults = checked.success
    ? []
    : checked.error.issues.map(({ path, message }) =>
        given[path.join('.')] === undefined
          ? `${path.join('.')} is missing.`
          : `${path.join('.')}: ${message}`,
      );
  if (place !== 'local') faults.push(...productionFaults(present));
  if (faults.length > 0 || !checked.success) throw new EnvironmentError(faults.join('\n'));
  return checked.data;
}
