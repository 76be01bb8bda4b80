import { legalNameOf, NAMED_ALONE, saidOf } from '../settings/identity.ts';
import type { Settings } from '../settings/settings.ts';
import { dayFromIso } from '../time/day.ts';
import { dateInWords } from '../time/words.ts';

/** What pages can name with <Identity> that the law asks for and only the owner knows. */
const OF_NOTICES = [
  'notice-date',
  'mailboxes-kept',
  'sent-mail-kept',
  'backups-kept',
  'calls-kept',
  'calls-recorded',
  'accessibility-reviewed',
  'accessibility-answered',
] as const;

/** Every detail a page can name: it shows its value, or words around it once it is known. */
export const DETAILS = [...NAMED_ALONE, 'legal-name', ...OF_NOTICES] as const;

export type Detail = (typeof DETAILS)[number];

const RECORDED = { never: 'not recorded', always: 'recorded' } as const;

function dated(date: string | undefined): string | undefined {
  const day = date === undefined ? undefined : dayFromIso(date);
  return day === undefined ? undefined : dateInWords(day);
}

/** What the settings say of one detail, in words; undefined while nobody has said it. */
export function detailOf(
  { identity, privacy, accessibility }: Pick<Settings, 'identity' | 'privacy' | 'accessibility'>,
  detail: Detail,
): string | undefined {
  const { kept } = privacy;
  switch (detail) {
    case 'legal-name':
      return legalNameOf(identity);
    case 'notice-date':
      return dated(privacy.dated);
    case 'mailboxes-kept':
      return kept?.mailboxes;
    case 'sent-mail-kept':
      return kept?.['mail-service'];
    case 'backups-kept':
      return kept?.backups;
    case 'calls-kept':
      return kept?.calls;
    case 'calls-recorded':
      return privacy['calls-recorded'] && RECORDED[privacy['calls-recorded']];
    case 'accessibility-reviewed':
      return dated(accessibility.reviewed);
    case 'accessibility-answered':
      return accessibility['answered-within'];
    default:
      return saidOf(identity, detail);
  }
}
