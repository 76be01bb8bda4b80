import type { LaunchBlocker } from './launch-blocker.ts';

/** Names kept for examples and tests, which nobody can own: mail to or from them goes nowhere (RFC 2606, RFC 6761). */
const RESERVED = /(^|[@.])(example\.(com|org|net)|example|test|invalid|localhost)>?$/i;

const isReserved = (address: string) => RESERVED.test(address.trim());

const SENDER: LaunchBlocker = {
  group: 'mail',
  what: 'MAIL_FROM is on a domain that is kept for examples.',
  fix: 'Set MAIL_FROM in Netlify to an address on a domain of yours that Resend has verified.',
  why: 'Nobody owns such a domain: no mail leaves, and no reply arrives.',
};

const STAFF: LaunchBlocker = {
  group: 'staff',
  what: 'STAFF_EMAIL has an address on a domain that is kept for examples.',
  fix: 'Set STAFF_EMAIL in Netlify to the addresses of the people who answer, separated by commas.',
  why: 'Nobody would hear of an enquiry or a call, and nobody could sign in to the desk.',
};

const ADDRESS: LaunchBlocker = {
  group: 'environment',
  what: 'URL is not an https address of a site on the internet.',
  fix: 'Give the site its domain in Netlify; Netlify sets URL from it.',
  why: 'Every link in every email begins with it.',
};

const isPublic = (url: string) =>
  URL.canParse(url) && new URL(url).protocol === 'https:' && !isReserved(new URL(url).hostname);

interface Addresses {
  MAIL_FROM?: string | undefined;
  STAFF_EMAIL?: string | undefined;
  URL?: string | undefined;
}

/** Addresses that are well formed and can still reach nobody. Those that are not set at all are told of elsewhere. */
export function addressBlockers({ MAIL_FROM, STAFF_EMAIL, URL: url }: Addresses): LaunchBlocker[] {
  return [
    ...(MAIL_FROM && isReserved(MAIL_FROM) ? [SENDER] : []),
    ...(STAFF_EMAIL?.split(',').some(isReserved) ? [STAFF] : []),
    ...(url && !isPublic(url) ? [ADDRESS] : []),
  ];
}
