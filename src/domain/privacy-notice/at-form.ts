import { listInWords } from '../list-words.ts';
import { legalNameOf } from '../settings/identity.ts';
import { keptFor } from '../settings/retention.ts';
import type { Settings } from '../settings/settings.ts';
import { recipientsInWords } from './recipients.ts';

/** What a form is for, as far as the privacy notice goes. */
export type FormPurpose = 'enquiry' | 'call' | 'complaint';

const WHY: Readonly<Record<FormPurpose, string>> = {
  enquiry: 'We use it to answer you.',
  call: 'We use it to ring you at the time you choose.',
  complaint: 'We use it to look into your complaint and answer it, as the law asks.',
};

/** The page that says all of it. */
export const PRIVACY_NOTICE_PATH = '/privacy/';

/** The words of the link to it. */
export const PRIVACY_NOTICE_LABEL = 'How we look after what you send';

/**
 * What stands above the button of a form, a sentence each: who has what is sent, why, for how long, and who handles it
 * for them. The privacy notice is made from the same settings.
 */
export function privacyNoticeAtForm(
  { identity, privacy, retention }: Pick<Settings, 'identity' | 'privacy' | 'retention'>,
  purpose: FormPurpose,
): string[] {
  const legal = legalNameOf(identity);
  const run = legal && legal !== identity.name ? ` (${legal})` : '';
  const helpers = listInWords(recipientsInWords(privacy).map(({ company }) => company));
  return [
    `What you send goes to ${identity.name}${run}.`,
    WHY[purpose],
    `We keep it ${purpose === 'complaint' ? 'until you have our answer, and ' : ''}for ${keptFor(retention, 'enquiries')} after we were last in touch.`,
    `${helpers} handle it for us.`,
  ];
}
