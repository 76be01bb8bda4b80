import * as z from 'zod';

const words = (about: string) => z.string().min(1).max(160).optional().describe(about);

const date = (about: string) =>
  z.iso.date('Write a date, such as 2026-12-01.').optional().describe(about);

/** Where a company that handles data keeps it. */
const PLACES = ['United Kingdom', 'European Economic Area', 'United States'] as const;

/** What protects data that goes to the United States. */
const MECHANISMS = ['data bridge', 'IDTA', 'Addendum'] as const;

const protection = {
  'protected-by': z
    .enum(MECHANISMS)
    .optional()
    .describe(
      'What protects data in the United States: the UK–US data bridge, looked up on its public list; or the ICO’s IDTA or Addendum, with a risk assessment.',
    ),
  checked: date('The date you last looked that it still holds.'),
  copy: words(
    'How a reader gets a copy of it, as the end of “For a copy,”: such as “read dataprivacyframework.gov” or “ask us”.',
  ),
};

/** A company the software itself names. */
const Ours = z.strictObject(protection).optional();

/** A company only you know. */
const Theirs = z
  .strictObject({
    company: words('The company’s name; write none where there is none.'),
    in: z.enum(PLACES).optional().describe('Where it keeps what it has of yours.'),
    ...protection,
  })
  .optional();

const PERIOD = 'in words that follow “for”, such as “12 months”';

/** What the privacy notice says and only its owner knows. What is left out is not mentioned. */
export const PrivacySchema = z.strictObject({
  dated: date('The date of the notice: change it whenever what it says changes.'),
  recipients: z
    .strictObject({
      host: Ours.describe('Netlify, which hosts the site and holds its database.'),
      'mail-service': Ours.describe('Resend, which sends the site’s mail.'),
      'staff-mail': Theirs.describe('Who keeps the mailboxes of staff.'),
      calendars: Theirs.describe('Who keeps the calendars of staff.'),
      telephone: Theirs.describe('Who carries calls on the line, and keeps a list of them.'),
      backups: Theirs.describe('Where copies of the database are kept besides the host’s own.'),
    })
    .optional()
    .describe('Everyone who handles data for you.'),
  kept: z
    .strictObject({
      mailboxes: words(`How long mail stays in the mailboxes of staff, ${PERIOD}.`),
      'mail-service': words(`How long Resend keeps what it has sent, ${PERIOD}.`),
      backups: words(`How long a copy of the database is kept, ${PERIOD}.`),
      calls: words(`How long the telephone’s list of calls is kept, ${PERIOD}.`),
    })
    .optional()
    .describe('How long it is kept where this site cannot erase it.'),
  'calls-recorded': z
    .enum(['never', 'always'])
    .optional()
    .describe('Whether what is said on the telephone is recorded.'),
});

export type Privacy = z.infer<typeof PrivacySchema>;

/** Those who handle data for us, in the order the notice names them. */
export type Recipient = keyof NonNullable<Privacy['recipients']>;
