import type { Launch } from '../settings/launch.ts';
import { outdated } from './dated.ts';
import type { Group, LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/launch.yaml';

/** One thing a person finds out: what stands while nobody has, and why. `yearly` ones are to be done again. */
interface Confirmation {
  group: Group;
  what: string;
  why: string;
  yearly?: true;
}

const INVITATION = (where: string): Confirmation => ({
  group: 'tried',
  what: `Nobody has seen an invitation come, move and go again in ${where}.`,
  why: 'Calendars differ; an invitation that stays after a call has moved makes people miss it.',
});

/** What only a person can confirm; those that another setting can answer for (a number, or none) are judged with it. */
const CONFIRMATIONS: Readonly<
  Record<Exclude<keyof Launch, `no-${string}` | 'data-protection-fee'>, Confirmation>
> = {
  'invitation-in-gmail': INVITATION('Gmail'),
  'invitation-in-outlook': INVITATION('Outlook'),
  'invitation-in-apple-mail': INVITATION('Apple Mail'),
  'sender-domain': {
    group: 'mail',
    what: 'Nobody has seen that the sender’s domain passes SPF, DKIM and DMARC.',
    why: 'Mail from a domain that does not prove itself is refused or lost among spam.',
  },
  webhook: {
    group: 'mail',
    what: 'Nobody has seen a delivery report come back.',
    why: 'Without reports, mail that bounced looks as if it had arrived.',
  },
  'staff-mailbox': {
    group: 'staff',
    what: 'Nobody has said who reads the staff addresses and the sender’s each working day.',
    why: 'Notices of enquiries and calls go to these mailboxes, and people reply to the sender.',
  },
  'desk-sign-in': {
    group: 'staff',
    what: 'Nobody has said that everyone on the staff list has signed in to the desk.',
    why: 'If signing in fails, find out before someone is waiting for an answer.',
  },
  'staff-calendar': {
    group: 'staff',
    what: 'Staff have not chosen between invitations and the feed.',
    why: 'With both, each call shows twice in the calendar; with neither, it is missed. The choice is in content/settings/staff-calendar.yaml.',
  },
  closures: {
    group: 'times',
    what: 'Nobody has set the dates the line is closed in the coming year, or said that there are none.',
    why: 'A day that is not closed at the desk is offered to people as a time to be rung.',
    yearly: true,
  },
  regions: {
    group: 'place',
    what: 'Nobody has looked where Netlify runs the functions and keeps the database.',
    why: 'A plan without a choice of region runs them in the United States, and the privacy page must be true.',
  },
  previews: {
    group: 'place',
    what: 'Nobody has closed deploy previews to all but the team.',
    why: 'Each preview has a copy of the live database, with everybody in it.',
  },
  'backup-restored': {
    group: 'place',
    what: 'No backup has been restored.',
    why: 'A backup that has never been restored may not work when it is needed.',
    yearly: true,
  },
  monitor: {
    group: 'tried',
    what: 'Nothing outside watches /api/health.',
    why: 'When mail or a schedule stops, nobody hears of it otherwise.',
  },
  'lawful-basis': {
    group: 'data',
    what: 'Nobody has weighed legitimate interests and written it down.',
    why: 'The privacy page relies on UK GDPR, Article 6(1)(f), which asks for that weighing first.',
  },
  processors: {
    group: 'data',
    what: 'Nobody has accepted Netlify’s and Resend’s data processing terms.',
    why: 'A company that handles data for us does so under a contract, with safeguards where it leaves the United Kingdom: UK GDPR, Articles 28, 45A and 46.',
  },
  'record-of-processing': {
    group: 'data',
    what: 'Nobody has written down what is done with personal data, and why.',
    why: 'Who handles personal data more than now and then keeps a record of it, however small they are: UK GDPR, Article 30(5).',
  },
  'complaints-read': {
    group: 'data',
    what: 'Nobody has taken on complaints, about the service or about data.',
    why: 'A complaint about data is acknowledged within 30 days of the day it came, by whichever way it came, and answered without undue delay: Data Protection Act 2018, section 164A.',
  },
};

const standing = (name: string, { group, why }: Confirmation, what: string): LaunchBlocker => ({
  group,
  what,
  fix: `Do it as docs/launch.md says, and write its date at ${name} in ${FILE}.`,
  why,
});

/** What nobody has confirmed by `today` (days since 1970), or not lately enough. */
export const unconfirmed = (launch: Launch, today: number): LaunchBlocker[] =>
  Object.entries(CONFIRMATIONS).flatMap(([name, confirmation]) => {
    const date = launch[name as keyof Launch];
    if (date === undefined) return [standing(name, confirmation, confirmation.what)];
    const how = outdated(date, today, confirmation);
    return how === undefined ? [] : [standing(name, confirmation, `${name} ${how}.`)];
  });
