import { counted } from '#domain/count-words.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { Erased } from '#services/privacy/erase-person.ts';
import {
  isAtDesk,
  isNothing,
  type Mention,
  type SubjectCase,
  type SubjectData,
} from '#services/privacy/subject-data.ts';

const caseLine = (now: number) => (each: SubjectCase) =>
  `  ${each.reference}  opened ${instantInWords(each.createdAt.getTime(), now)}; last contact ${instantInWords(each.lastContactAt.getTime(), now)}${each.quarantinedAt ? '; in quarantine' : ''}`;

const mentionLine = ({ where, rows }: Mention) => `  ${where}: ${counted(rows, 'row')}`;

const section = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [[heading, ...lines].join('\n')];

/** What is not found without an address. */
export const ALSO_BY_EMAIL =
  'Mail that waits, and words about other people, are looked through by email address alone: if they gave one, ask by it too.';

/** What `find` says: references, dates and counts, and nothing that was written. */
export function subjectDataInWords(
  data: SubjectData,
  mentions: readonly Mention[],
  now: number,
): string {
  if (isNothing(data) && mentions.length === 0) return 'Nothing is held about them.';
  const { cases, calls, messages, desk } = data;
  const atDesk = `  ${counted(desk.links, 'link')} to sign in, ${counted(desk.sessions, 'session')}, ${counted(desk.passkeys, 'passkey')}, ${counted(desk.acts, 'act')} on the timelines of cases, ${counted(desk.owned, 'case')} that they see to, ${counted(desk.calendars, 'calendar')} of their own`;
  return [
    ...section(`${counted(cases.length, 'case')} of theirs:`, cases.map(caseLine(now))),
    ...section(
      `${counted(calls.length, 'call')} in another person’s case:`,
      calls.map(
        ({ reference, kind, startsAt }) =>
          `  ${reference}  ${kind}, ${instantInWords(startsAt.getTime(), now)}`,
      ),
    ),
    ...section(
      `${counted(messages.length, 'other email')} waiting for this address:`,
      messages.map(({ kind }) => `  ${kind}`),
    ),
    ...section('At the desk:', isAtDesk(desk) ? [atDesk] : []),
    ...section(
      'The address also stands in words about something else, which are not theirs to export or erase by rule. Look there yourself:',
      mentions.map(mentionLine),
    ),
  ].join('\n\n');
}

const DESK: Readonly<Record<Erased['desk'], string | undefined>> = {
  nothing: undefined,
  erased:
    'What the desk kept of how they signed in is erased; what they did in cases stays, without their address.',
  'on the staff list':
    'They are on the staff list, so the desk still lets them in: take the address out of STAFF_EMAIL, deploy, and run this again.',
};

/** What `erase` says when it is done, and what a person still has to do. */
export const erasedInWords = ({ cases, calls, messages, desk, onHold }: Erased): string =>
  [
    `Erased: ${counted(cases, 'case')}, ${counted(calls, 'call')} in other cases, ${counted(messages, 'other email')} that waited.`,
    DESK[desk],
    ...(onHold.length > 0
      ? [
          `On hold, so nothing of it was erased: ${onHold.join(', ')}. Take the hold off at the desk first.`,
        ]
      : []),
    'Emails about the cancelled calls go out with the next delivery, and their words are erased then.',
    'Still to do by hand: delete emails to and from them in your own mailboxes and in Resend, and keep no copy of an export. Backups hold them until they run out: docs/backup-and-restore.md.',
  ]
    .filter(Boolean)
    .join('\n');
