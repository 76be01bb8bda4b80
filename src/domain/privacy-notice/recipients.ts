import { listInWords } from '../list-words.ts';
import type { Privacy, Recipient } from '../settings/privacy.ts';
import { dayFromIso } from '../time/day.ts';
import { dateInWords } from '../time/words.ts';

/** What one who handles data does for us; `company` where the software itself names it. */
interface Role {
  readonly company?: string;
  readonly does: string;
}

/** What each does for us; those that have a name here are companies in the United States. */
export const RECIPIENTS: Readonly<Record<Recipient, Role>> = {
  host: { company: 'Netlify', does: 'hosts this site, runs its forms and holds its database' },
  'mail-service': {
    company: 'Resend',
    does: 'sends this site’s emails and tells it whether they arrived',
  },
  'staff-mail': { does: 'keeps our mailboxes' },
  calendars: { does: 'keeps our calendars' },
  telephone: { does: 'carries calls on our line and keeps a list of them' },
  backups: { does: 'keeps further copies of the database' },
};

/** What is known of one who handles data for us, whoever names the company. */
interface Known {
  readonly company?: string | undefined;
  readonly in?: 'United Kingdom' | 'European Economic Area' | 'United States' | undefined;
  readonly 'protected-by'?: 'data bridge' | 'IDTA' | 'Addendum' | undefined;
  readonly checked?: string | undefined;
  readonly copy?: string | undefined;
}

/** What the settings say of one of them; of those the software names, with that besides. */
export function knownOf({ recipients = {} }: Privacy, name: Recipient): Known {
  const { company } = RECIPIENTS[name];
  const said: Known = recipients[name] ?? {};
  return company ? { ...said, company, in: 'United States' } : said;
}

/** Whether a company is named; “none” says that there is none. */
export const isNamed = ({ company }: Known): boolean => company !== undefined && company !== 'none';

const MECHANISM: Readonly<Record<NonNullable<Known['protected-by']>, (on: string) => string>> = {
  'data bridge': (on) =>
    `It is certified under the UK–US data bridge: we found it on the public list on ${on}.`,
  IDTA: (on) =>
    `Our contract with it has the ICO’s International Data Transfer Agreement, and we have assessed the risk. We last checked that on ${on}.`,
  Addendum: (on) =>
    `Our contract with it has the ICO’s Addendum to the European Union’s standard clauses, and we have assessed the risk. We last checked that on ${on}.`,
};

/** What protects data in the United States: said once it is known what, and when it was checked. */
function protection({ 'protected-by': by, checked, copy }: Known): string[] {
  const day = checked === undefined ? undefined : dayFromIso(checked);
  if (by === undefined || day === undefined) return [];
  return [MECHANISM[by](dateInWords(day)), ...(copy ? [`For a copy, ${copy}.`] : [])];
}

function place(known: Known): string[] {
  switch (known.in) {
    case 'United Kingdom':
      return ['What it has of yours is in the United Kingdom.'];
    case 'European Economic Area':
      return [
        'What it has of yours is in the European Economic Area, which UK law accepts as safe for it.',
      ];
    case 'United States':
      return ['It is in the United States.', ...protection(known)];
    default:
      return [];
  }
}

/** One company that handles data for us, as the notice names it. */
export interface RecipientWords {
  readonly company: string;
  readonly does: string;
  readonly where: string;
}

/** Everyone who handles data for us and is known: each company once, with all it does. */
export function recipientsInWords(privacy: Privacy): RecipientWords[] {
  const named = (Object.keys(RECIPIENTS) as Recipient[])
    .map((name) => ({ known: knownOf(privacy, name), does: RECIPIENTS[name].does }))
    .filter(({ known }) => isNamed(known));
  const byCompany = Map.groupBy(named, ({ known }) => known.company ?? '');
  return [...byCompany].map(([company, roles]) => ({
    company,
    does: listInWords(roles.map(({ does }) => does)),
    where: [...new Set(roles.flatMap(({ known }) => place(known)))].join(' '),
  }));
}
