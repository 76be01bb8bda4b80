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
    /** By what staff sign in: a link by email or a passkey, or a passkey alone once they have one. */
    STAFF_SIGN_IN: z.enum(['link', 'passkey'], { error: 'Write link or passkey.' }).default('link'),
    LINK_SECRET: secret,
    /** The LINK_SECRET before this one, whose links open while it is set. */
    LINK_SECRET_PREVIOUS: secret.optional(),
    NETLIFY_DB_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'Write a PostgreSQL address: postgres://…'),
    URL: z.url().transform((url) => url.replace(/\/$/, '')),
    MAIL_PER_SECOND: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'Write a whole number, such as 2.')
      .transform(Number)
      .default(2),
    ALERT_URL: z.url('Write a whole address, such as https://hooks.example.org/…').optional(),
    RATE_LIMIT: z
      .string()
      .regex(/^(?:0|[1-9]\d{0,5})$/, 'Write a whole number, such as 10.')
      .transform(Number)
      .default(30),
  })
  .refine(({ MAIL_FROM, STAFF_EMAIL }) => !STAFF_EMAIL.some((to) => bare(to) === bare(MAIL_FROM)), {
    path: ['STAFF_EMAIL'],
    message: 'None of the staff addresses may be the address mail is sent from.',
  })
  .refine(({ LINK_SECRET, LINK_SECRET_PREVIOUS }) => LINK_SECRET !== LINK_SECRET_PREVIOUS, {
    path: ['LINK_SECRET_PREVIOUS'],
    message: 'This is LINK_SECRET itself. Give the one that was in use before, or leave it out.',
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
    ['LINK_SECRET_PREVIOUS', (raw) => raw === LOCAL_DEFAULTS.LINK_SECRET],
    ['RATE_LIMIT', (raw) => raw === '0'],
  ];

type Raw = Readonly<Record<string, string | undefined>>;

/** One thing wrong with one setting of the environment; `what` names it, and never shows its value. */
export interface EnvironmentFault {
  setting: string;
  what: string;
}

const productionFaults = (raw: Raw): EnvironmentFault[] =>
  PRODUCTION_RULES.filter(([name, refused]) => refused(raw[name] ?? '')).map(([setting]) => ({
    setting,
    what: `${setting}: this value is only for a developer's machine.`,
  }));

function checked(raw: Raw, place: Place) {
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''));
  const given: Raw = place === 'local' ? { ...LOCAL_DEFAULTS, ...present } : present;
  const { data, error } = EnvironmentSchema.safeParse(given);
  const faults = (error?.issues ?? []).map(({ path, message }): EnvironmentFault => {
    const setting = path.join('.');
    const missing = given[setting] === undefined;
    return { setting, what: missing ? `${setting} is missing.` : `${setting}: ${message}` };
  });
  return {
    data,
    faults: [...faults, ...(place === 'production' ? productionFaults(present) : [])],
  };
}

/** Everything wrong with the settings in `raw`, as they must be in `place`. */
export const environmentFaults = (raw: Raw, place: Place): EnvironmentFault[] =>
  checked(raw, place).faults;

/** Reads the settings from `raw` as they must be in `place`. Throws EnvironmentError naming each fault. */
export function readEnvironment(raw: Raw, place: Place): Environment {
  const { data, faults } = checked(raw, place);
  if (data && faults.length === 0) return data;
  throw new EnvironmentError(faults.map(({ what }) => what).join('\n'));
}
