import type { Identity, LegalForm } from '../settings/identity.ts';
import type { Launch } from '../settings/launch.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/identity.yaml';

/** A field the law asks for, which law, and what must show it; without forms: everybody. */
interface Need {
  field: keyof Identity;
  /** Whether people who would buy ask for it first. */
  buyer?: true;
  what: string;
  why: string;
  forms?: readonly LegalForm[];
}

const COMPANIES = ['company', 'charitable-company'] as const;
const CHARITIES = ['charity', 'charitable-company'] as const;

const DISCLOSURES =
  'the Company, Limited Liability Partnership and Business (Names and Trading Disclosures) Regulations 2015, regulations 24 and 25';
const COMMERCE = 'the Electronic Commerce (EC Directive) Regulations 2002, regulation 6';

const NEEDS: readonly Need[] = [
  {
    field: 'legal-name',
    buyer: true,
    what: 'The legal name is not known.',
    why: `Readers must be told who provides the service and who answers for their data: ${COMMERCE}; UK GDPR, Article 13(1)(a).`,
  },
  {
    field: 'postal-address',
    what: 'There is no postal address.',
    why: `A site that offers a service shows a geographic address: ${COMMERCE}(1)(b).`,
  },
  {
    field: 'email',
    buyer: true,
    what: 'There is no email address for the public.',
    why: `A site that offers a service shows an email address: ${COMMERCE}(1)(c).`,
  },
  {
    field: 'company-number',
    forms: COMPANIES,
    what: 'There is no company number (needed by a company).',
    why: `A company shows its number on its site: ${DISCLOSURES}.`,
  },
  {
    field: 'registered-in',
    forms: COMPANIES,
    what: 'The part of the United Kingdom the company is registered in is not known (needed by a company).',
    why: `A company shows where it is registered on its site: ${DISCLOSURES}.`,
  },
  {
    field: 'registered-office',
    forms: COMPANIES,
    what: 'There is no registered office (needed by a company).',
    why: `A company shows its registered office on its site: ${DISCLOSURES}.`,
  },
  {
    field: 'charity-number',
    forms: CHARITIES,
    what: 'There is no charity number (needed by a charity).',
    why: 'A registered charity says that it is one in what it publishes (Charities Act 2011, section 194), and people look it up by its number.',
  },
];

/** What runs the service, as far as it is said or can be seen from the numbers given. */
function formOf(identity: Identity): LegalForm | undefined {
  const charity = identity['charity-number'] !== undefined;
  if (identity['legal-form']) return identity['legal-form'];
  if (identity['company-number']) return charity ? 'charitable-company' : 'company';
  return charity ? 'charity' : undefined;
}

const UNKNOWN_FORM: LaunchBlocker = {
  group: 'buyer',
  what: 'It is not known what runs the service: a company, a charity, both, or neither.',
  fix: `Write legal-form in ${FILE}: company, charity, charitable-company or other.`,
  why: 'A buyer asks who they would contract with, and it decides which numbers and addresses the law asks the site to show.',
  stopsBuild: true,
};

const NO_VAT_NUMBER: LaunchBlocker = {
  group: 'identity',
  what: 'There is no VAT number, and nobody has said that there is none to show.',
  fix: `Write vat-number in ${FILE}; or, when the service is not registered for VAT, date no-vat-number in content/settings/launch.yaml.`,
  why: `A service registered for VAT shows the number: ${COMMERCE}(1)(g).`,
};

/** What the law asks a site to say of who runs it, and this one cannot say yet. */
export function identityBlockers(identity: Identity, launch: Launch): LaunchBlocker[] {
  const form = formOf(identity);
  const needed = NEEDS.filter(({ forms }) => !forms || !form || forms.includes(form));
  const missing = needed
    .filter(({ field }) => !identity[field])
    .map(
      ({ field, buyer, what, why }): LaunchBlocker => ({
        group: buyer ? 'buyer' : 'identity',
        what,
        fix: `Write ${field} in ${FILE}.`,
        why,
        stopsBuild: true,
      }),
    );
  const vat = identity['vat-number'] !== undefined || launch['no-vat-number'] !== undefined;
  // A buyer asks for the name, then for what kind of body it is.
  const named = identity['legal-name'] ? 0 : 1;
  return [
    ...missing.slice(0, named),
    ...(form ? [] : [UNKNOWN_FORM]),
    ...missing.slice(named),
    ...(vat ? [] : [NO_VAT_NUMBER]),
  ];
}
