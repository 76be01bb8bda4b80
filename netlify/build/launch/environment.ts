import { addressBlockers } from '#domain/launch/addresses.ts';
import type { Group, LaunchBlocker } from '#domain/launch/launch-blocker.ts';
import { environmentFaults } from '#services/environment.ts';

type Raw = Readonly<Record<string, string | undefined>>;

const IN_NETLIFY =
  'in Netlify, under Project configuration → Environment variables, for production';

/** Where each setting of the environment comes from, and what it is for. */
const SETTINGS: Readonly<Record<string, { group: Group; fix: string; why: string }>> = {
  RESEND_API_KEY: {
    group: 'mail',
    fix: `Make a key in Resend with sending access, and set it ${IN_NETLIFY}.`,
    why: 'Without it no mail can be sent, and the site takes no enquiry.',
  },
  RESEND_WEBHOOK_SECRET: {
    group: 'mail',
    fix: `Point a webhook in Resend at /api/webhooks/resend, and set its signing secret ${IN_NETLIFY}.`,
    why: 'Without it nobody learns that mail bounced.',
  },
  RESEND_BASE_URL: {
    group: 'mail',
    fix: `Leave it out ${IN_NETLIFY}; Resend is used then.`,
    why: 'Mail would travel where others can read it, to another service than the privacy page names.',
  },
  MAIL_FROM: {
    group: 'mail',
    fix: `Set it ${IN_NETLIFY}, such as "Name <hello@your-domain>", on a domain Resend has verified.`,
    why: 'Mail goes out in this name, and replies go there.',
  },
  STAFF_EMAIL: {
    group: 'staff',
    fix: `Set it ${IN_NETLIFY}: the addresses of the people who answer, separated by commas, none of them the sender.`,
    why: 'They are told of each enquiry and call, and they alone can sign in to the desk.',
  },
  STAFF_SIGN_IN: {
    group: 'staff',
    fix: `Leave it out ${IN_NETLIFY}, or set it to passkey, so that an email alone signs nobody in who has a passkey.`,
    why: 'The functions refuse to run while nobody can say how staff sign in.',
  },
  LINK_SECRET: {
    group: 'environment',
    fix: `Make one with: openssl rand -base64 32. Set it ${IN_NETLIFY}, and keep a copy where passwords are kept.`,
    why: 'Every private link is made from it: a person who guesses it can open every case.',
  },
  LINK_SECRET_PREVIOUS: {
    group: 'environment',
    fix: `Set it ${IN_NETLIFY} to the LINK_SECRET before this one, and take it out once its links may end.`,
    why: 'Links that were written with it open only while it is set, and addresses of staff’s calendars until the next sweep.',
  },
  NETLIFY_DB_URL: {
    group: 'environment',
    fix: 'Add a Netlify Database to the site; Netlify sets this itself.',
    why: 'There is nowhere to keep an enquiry.',
  },
  URL: {
    group: 'environment',
    fix: 'Give the site its domain in Netlify; Netlify sets this itself.',
    why: 'Every link in every email begins with it.',
  },
  RATE_LIMIT: {
    group: 'environment',
    fix: `Leave it out ${IN_NETLIFY}, or set a whole number from 1.`,
    why: 'Without a limit one machine can fill the desk with posts.',
  },
};

const standing = (setting: string, what: string): LaunchBlocker => ({
  group: SETTINGS[setting]?.group ?? 'environment',
  what,
  fix: SETTINGS[setting]?.fix ?? `Set it ${IN_NETLIFY}.`,
  why: SETTINGS[setting]?.why ?? 'The functions refuse to run without it.',
});

/** A secret of a few characters over and over is long and can be guessed. */
const LEAST_CHARACTERS = 10;

function weakSecret({ LINK_SECRET = '' }: Raw): LaunchBlocker[] {
  const weak = LINK_SECRET.length >= 32 && new Set(LINK_SECRET).size < LEAST_CHARACTERS;
  return weak ? [standing('LINK_SECRET', 'LINK_SECRET: this is not random.')] : [];
}

const inTheOpen = ({ RESEND_BASE_URL }: Raw): LaunchBlocker[] =>
  RESEND_BASE_URL && !/^https:/i.test(RESEND_BASE_URL)
    ? [standing('RESEND_BASE_URL', 'RESEND_BASE_URL: this is not an https address.')]
    : [];

/** What is wrong with the settings of the environment, by the rules the functions hold them to in production. No value is shown. */
export const environmentBlockers = (raw: Raw): LaunchBlocker[] => [
  ...environmentFaults(raw, 'production').map(({ setting, what }) => standing(setting, what)),
  ...weakSecret(raw),
  ...inTheOpen(raw),
  ...addressBlockers(raw),
];
