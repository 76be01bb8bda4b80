import type { Identity } from '../settings/identity.ts';
import type { Launch } from '../settings/launch.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/identity.yaml';

const NO_COMPLAINTS: LaunchBlocker = {
  group: 'data',
  what: 'There is no address for complaints about personal data.',
  fix: `Write complaints in ${FILE}: an email address that someone reads. Until then the privacy page says to ring, or to use the form.`,
  why: 'A controller must make it easy to complain, by a form or another way that works (Data Protection Act 2018, section 164A, from 19 June 2026).',
};

const NO_REGISTRATION: LaunchBlocker = {
  group: 'data',
  what: 'There is no registration number of the data protection fee.',
  fix: `Pay the fee at ico.org.uk/registration and write data-protection-registration in ${FILE}; where the fee is not due, date data-protection-fee in content/settings/launch.yaml and keep the reason.`,
  why: 'Most who keep personal data on a computer must pay a yearly fee to the Information Commissioner: the Data Protection (Charges and Information) Regulations 2018.',
};

const UNKNOWN_PLACE: LaunchBlocker = {
  group: 'place',
  what: 'It is not said where the database is kept.',
  fix: `Write database-in in ${FILE}, in words, as Netlify shows it: docs/launch.md says where to look.`,
  why: 'Readers must be told of data that leaves the United Kingdom, and how it is protected there: UK GDPR, Article 13(1)(f).',
};

/** What the law on personal data asks for, and the settings do not say yet. */
export function dataProtectionBlockers(identity: Identity, launch: Launch): LaunchBlocker[] {
  const fee =
    identity['data-protection-registration'] !== undefined ||
    launch['data-protection-fee'] !== undefined;
  return [
    ...(identity.complaints ? [] : [NO_COMPLAINTS]),
    ...(fee ? [] : [NO_REGISTRATION]),
    ...(identity['database-in'] ? [] : [UNKNOWN_PLACE]),
  ];
}
