/** What is said of every message to programs that would answer it by themselves (RFC 3834, section 5; [MS-OXCMAIL]). */
const AUTOMATIC = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
} as const;

const MESSAGE_ID = /^<[^<>@\s]+@[^<>@\s]+>$/;

/**
 * The headers of a message beyond those the mail service writes. Everything about one case refers to one
 * message that was never sent, so that mail programs show it as one conversation: the mail service gives
 * each message an id of its own, which cannot be known before. `site` is the site's address.
 */
export const mailHeaders = (
  caseId: string | undefined,
  site: string,
): Readonly<Record<string, string>> => ({
  ...AUTOMATIC,
  ...(caseId !== undefined && { References: `<${caseId}@${new URL(site).hostname}>` }),
});

/** Whether headers say all that every message must say; one that is `threaded` refers to one conversation. */
export const areMailHeaders = (
  headers: Readonly<Record<string, string>>,
  { threaded }: { threaded: boolean },
): boolean =>
  Object.entries(AUTOMATIC).every(([name, value]) => headers[name] === value) &&
  (threaded ? MESSAGE_ID.test(headers['References'] ?? '') : true);

/** Characters that mean something in an address line (RFC 5322, 3.2.3), the full stop apart. */
const SPECIALS = /[()<>[\]:;@\\,"\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Where a reply goes, with the name of the person who gets it. A name that holds an address is left out: it could
 * be shown in place of the real one.
 */
export function replyAddress(email: string, name: string): string {
  const said = name.includes('@') ? '' : name.replace(SPECIALS, ' ').replace(/\s+/g, ' ').trim();
  return said === '' ? email : `${said} <${email}>`;
}
