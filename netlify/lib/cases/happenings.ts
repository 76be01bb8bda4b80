import { instantInWords } from '#domain/time/instant-words.ts';
import type { Happening } from '#views/case.ts';
import type { App } from '../app.ts';
import type { Case } from './case.ts';

interface MessageRow {
  kind: string;
  sent_at: Date | null;
  failed_at: Date | null;
  delivered_at: Date | null;
  bounced_at: Date | null;
}

const NAMES: Readonly<Record<string, string>> = {
  acknowledgement: 'the acknowledgement',
  'new address': 'your link, at your new address',
};

const WORDS: readonly (readonly [keyof MessageRow, (name: string) => string])[] = [
  ['sent_at', (name) => `We sent you ${name} by email.`],
  ['delivered_at', (name) => `Your mail service took in ${name}.`],
  [
    'bounced_at',
    (name) => `Your mail service sent back ${name}. Please check the email address you gave.`,
  ],
  [
    'failed_at',
    (name) => `We could not send you ${name}. Please check the email address you gave.`,
  ],
];

const aboutMessage = (row: MessageRow) =>
  WORDS.flatMap(([column, words]) => {
    const at = row[column];
    return at instanceof Date ? [{ at, what: words(NAMES[row.kind] ?? 'an email') }] : [];
  });

/** What happened to a case so far, oldest first, in the enquirer's words and UK time. */
export async function happeningsOf(
  app: App,
  { id, createdAt }: Case,
  correctedAt: Date | undefined,
): Promise<Happening[]> {
  const messages = await app.database.query<MessageRow>(
    `SELECT kind, sent_at, failed_at,
       (SELECT min(reported_at) FROM delivery_reports r WHERE r.provider_id = m.provider_id AND type = 'email.delivered') AS delivered_at,
       (SELECT min(reported_at) FROM delivery_reports r WHERE r.provider_id = m.provider_id AND type IN ('email.bounced', 'email.failed', 'email.complained')) AS bounced_at
     FROM messages m WHERE case_id = $1 AND audience = 'enquirer'`,
    [id],
  );
  const all = [
    { at: createdAt, what: 'You sent your enquiry, and it was saved.' },
    ...(correctedAt ? [{ at: correctedAt, what: 'You corrected what you sent.' }] : []),
    ...messages.flatMap(aboutMessage),
  ];
  return all
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, what }) => ({ at: instantInWords(at.getTime(), app.now().getTime()), what }));
}
