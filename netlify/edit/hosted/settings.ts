import * as z from 'zod';

const secret = (about: string) => z.string().min(1, `Fill it in: ${about}`);

const SettingsSchema = z.object({
  EDIT_REPOSITORY: z
    .string()
    .regex(
      /^[\w.-]+\/[\w.-]+$/,
      'Write the owner and the name of the repository, as “owner/name”.',
    ),
  EDIT_GITHUB_CLIENT_ID: secret('the GitHub App’s client ID.'),
  EDIT_GITHUB_CLIENT_SECRET: secret('the client secret made for the GitHub App.'),
  EDIT_SECRET: z.string().min(32, 'Write 32 random characters or more.'),
  EDIT_GOES_TO: z
    .enum(['branch', 'main'], 'Write branch or main, or leave it out: then it is branch.')
    .default('branch'),
});

/** What the editor on the live site needs to know. */
export interface EditSettings {
  /** Where the site is kept, "owner/name" on GitHub. */
  readonly repository: string;
  /** The GitHub App people sign in with. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the token that keeps people signed in is sealed with. */
  readonly secret: string;
  /** Whether a change goes to a branch of the writer’s own, or straight to what is published. */
  readonly goesTo: 'branch' | 'main';
}

/** The editor on the live site is off until its settings are there; a part of them is a mistake. */
export type EditSettingsRead =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly settings: EditSettings }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

const NAMES = Object.keys(SettingsSchema.shape);

/** The settings of the editor in `env`; the faults name each setting that does not hold. */
export function readEditSettings(
  env: Readonly<Record<string, string | undefined>>,
): EditSettingsRead {
  const given = Object.fromEntries(
    NAMES.flatMap((name) => (env[name] ? [[name, env[name].trim()]] : [])),
  );
  if (Object.keys(given).length === 0) return { kind: 'off' };
  const { success, data, error } = SettingsSchema.safeParse(given);
  if (!success) {
    const faults = error.issues.map(({ path: [name], message }) =>
      name !== undefined && String(name) in given
        ? `${String(name)}: ${message}`
        : `${String(name)} is missing.`,
    );
    return { kind: 'faulty', faults };
  }
  return {
    kind: 'on',
    settings: {
      repository: data.EDIT_REPOSITORY,
      clientId: data.EDIT_GITHUB_CLIENT_ID,
      clientSecret: data.EDIT_GITHUB_CLIENT_SECRET,
      secret: data.EDIT_SECRET,
      goesTo: data.EDIT_GOES_TO,
    },
  };
}
