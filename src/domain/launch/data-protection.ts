import type { Identity } from '../settings/identity.ts';
import type { Launch } from '../settings/launch.ts';
import { outdated } from './dated.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/identity.yaml';

const NO_COMPLAINTS: LaunchBlocker = {
  group: 'data',
  what: 'There is no email address for complaints.',
  fix: `Write complaints in ${FILE}: an address that someone reads. Until then the site names the other ways to complain.`,
  why: 'A controller makes it easy to complain, by a form or another way that works (Data Protection Act 2018, section 164A); who offers a service gives an address for complaints, and answers them as soon as it can (Provision of Services Regulations 2009, regulations 7 and 12).',
};

const FEE =
  'Most who keep personal data on a computer pay a yearly fee to the ICO: the Data Protection (Charges and Information) Regulations 2018.';

const NO_REGISTRATION: LaunchBlocker = {
  group: 'data',
  what: 'There is no registration number of the data protection fee.',
  fix: `Pay the fee at ico.org.uk/registration and write data-protection-registration in ${FILE}; where the fee is not due, date data-protection-fee in content/settings/launch.yaml and keep the reason.`,
  why: FEE,
};

/** The fee is paid each year, or found again not to be due. */
function feeBlockers(identity: Identity, launch: Launch, today: number): LaunchBlocker[] {
  const { 'data-protection-fee': date } = launch;
  if (date === undefined && identity['data-protection-registration'] === undefined) {
    return [NO_REGISTRATION];
  }
  const old = date === undefined ? 'has no date' : outdated(date, today, { yearly: true });
  if (old === undefined) return [];
  return [
    {
      group: 'data',
      what: `The data protection fee ${old}.`,
      fix: 'Pay it, or find again that it is not due, and date data-protection-fee in content/settings/launch.yaml.',
      why: FEE,
    },
  ];
}

const UNKNOWN_PLACE: LaunchBlocker = {
  group: 'place',
  what: 'It is not said where the database is kept.',
  fix: `Write database-in in ${FILE}, in words, as Netlify shows it: docs/launch.md says where to look.`,
  why: 'Readers must be told of data that leaves the United Kingdom, and how it is protected there: UK GDPR, Articles 13(1)(f) and 44A to 46.',
};

/** What the law on personal data asks for, and the settings do not say yet. */
export const dataProtectionBlockers = (
  identity: Identity,
  launch: Launch,
  today: number,
): LaunchBlocker[] => [
  ...(identity.complaints ? [] : [NO_COMPLAINTS]),
  ...feeBlockers(identity, launch, today),
  ...(identity['database-in'] ? [] : [UNKNOWN_PLACE]),
];
