import { formOf, type Identity, type IdentityField, saidOf } from '../settings/identity.ts';
import type { Launch } from '../settings/launch.ts';
import { type FormField, LEGAL_FORMS, saysLimited } from '../settings/legal-forms.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/identity.yaml';

/** What is missing while a field is empty, and the rule that asks for it. */
interface Need {
  readonly what: string;
  readonly why: string;
}

const DISCLOSURES =
  'the Companies Act 2006, sections 82 to 84, and the Company, Limited Liability Partnership and Business (Names and Trading Disclosures) Regulations 2015, regulations 24 and 25';
const COMMERCE = 'the Electronic Commerce (EC Directive) Regulations 2002, regulation 6';
const SERVICES = 'the Provision of Services Regulations 2009';
const BUSINESS_NAMES = 'the Companies Act 2006, sections 1200 to 1204';

/** What everybody states. */
const EVERYBODY: Readonly<Record<'postal-address' | 'email', Need>> = {
  'postal-address': {
    what: 'There is no postal address.',
    why: `A site that offers a service shows a geographic address: ${COMMERCE}(1)(b).`,
  },
  email: {
    what: 'There is no email address for the public.',
    why: `A site that offers a service shows an email address: ${COMMERCE}(1)(c).`,
  },
};

/** What a legal form is asked for, by field; the table of legal forms says which form is asked for which. */
const NEEDS: Readonly<Record<FormField, Need>> = {
  'legal-name': {
    what: 'The legal name is not known.',
    why: `Readers must be told who provides the service and who answers for their data: ${COMMERCE}(1)(a); UK GDPR, Article 13(1)(a). A registered body states its registered name: ${DISCLOSURES}; a CIO, its name and that it is one: the Charities Act 2011, sections 211 and 212.`,
  },
  'company-number': {
    what: 'There is no company number.',
    why: `A registered body states its number on its site, in its mail and on its papers: ${DISCLOSURES}.`,
  },
  'registered-in': {
    what: 'The part of the United Kingdom it is registered in is not known.',
    why: `A registered body states where it is registered on its site, in its mail and on its papers: ${DISCLOSURES}; for a CIO, ${COMMERCE}(1)(d).`,
  },
  'registered-office': {
    what: 'There is no registered office (of a CIO: no principal office).',
    why: `A registered body states its office on its site, in its mail and on its papers: ${DISCLOSURES}; of a CIO, its principal office is the geographic address of ${COMMERCE}(1)(b).`,
  },
  liability: {
    what: 'The name does not say “Limited”, and it is not said whether the company is limited.',
    why: `A limited company whose name leaves the word out states that it is one: ${DISCLOSURES}.`,
  },
  'charity-number': {
    what: 'There is no charity number.',
    why: `Who is on a public register says which, and their number there: ${COMMERCE}(1)(d). A registered charity says that it is one where it asks for money, once its income passes £10,000 a year (Charities Act 2011, section 194); in Scotland, on every paper (Charities References in Documents (Scotland) Regulations 2007). An unincorporated charity that is not registered writes none.`,
  },
  partners: {
    what: 'The partners are not named.',
    why: `A partnership under a business name states the names of its partners: ${BUSINESS_NAMES}.`,
  },
  'address-for-service': {
    what: 'There is no address where documents can be served.',
    why: `Who trades under a business name states an address for service in the United Kingdom: ${BUSINESS_NAMES}.`,
  },
};

const missing = (field: IdentityField, { what, why }: Need): LaunchBlocker => ({
  group: 'identity',
  what,
  fix: `Write ${field} in ${FILE}.`,
  why,
  stopsBuild: true,
});

const UNKNOWN_FORM: LaunchBlocker = {
  group: 'identity',
  what: 'It is not known what runs the service: a company, a charity, a partnership or another body.',
  fix: `Write legal-form in ${FILE}: one of ${LEGAL_FORMS.join(', ')}.`,
  why: 'It decides which names, numbers and addresses the law asks the site, every mail and every paper to state; and a buyer asks who they would contract with.',
  stopsBuild: true,
};

/** What has an answer in the settings, or a date on which it was found that there is none. */
const OR_NONE: readonly {
  readonly field: IdentityField;
  readonly none: keyof Launch;
  readonly what: string;
  readonly when: string;
  readonly why: string;
}[] = [
  {
    field: 'vat-number',
    none: 'no-vat-number',
    what: 'There is no VAT number, and nobody has said that there is none to show.',
    when: 'when the service is not registered for VAT',
    why: `A service registered for VAT shows the number: ${COMMERCE}(1)(g).`,
  },
  {
    field: 'insurance',
    none: 'no-compulsory-insurance',
    what: 'It is not known whether insurance is compulsory for the service.',
    when: 'when nothing makes you hold insurance of professional liability',
    why: `Who must hold professional liability insurance states it, and its insurer: ${SERVICES}, regulation 8.`,
  },
  {
    field: 'profession',
    none: 'no-regulated-profession',
    what: 'It is not known whether the service practises a regulated profession.',
    when: 'when it practises none',
    why: `A member of a regulated profession states the title, the professional body and its rules: ${COMMERCE}(1)(f); ${SERVICES}, regulation 8.`,
  },
];

const openQuestions = (identity: Identity, launch: Launch): LaunchBlocker[] =>
  OR_NONE.filter(
    ({ field, none }) => saidOf(identity, field) === undefined && launch[none] === undefined,
  ).map(({ field, none, what, when, why }) => ({
    group: 'identity',
    what,
    fix: `Write ${field} in ${FILE}; or, ${when}, date ${none} in content/settings/launch.yaml.`,
    why,
    stopsBuild: true,
  }));

const INSURER: Need = {
  what: 'The insurer is not named.',
  why: `Compulsory insurance is stated with its insurer: ${SERVICES}, regulation 8.`,
};

/** Whether a field is filled in; “none” is no answer for a body that is always registered. */
function isStated(identity: Identity, field: FormField): boolean {
  const said = saidOf(identity, field);
  const isNone = field === 'charity-number' && said === 'none';
  return said !== undefined && !(isNone && identity['legal-form'] !== 'charity');
}

/** The fields a body of its form must state, and has not; of one that has not said what it is, its name. */
function missingOfForm(identity: Identity): LaunchBlocker[] {
  const form = formOf(identity);
  const fields = form?.mustState ?? (['legal-name'] as const);
  const legal = saidOf(identity, 'legal-name');
  const silent =
    form?.takes.includes('liability') &&
    legal !== undefined &&
    !saysLimited(legal) &&
    saidOf(identity, 'liability') === undefined;
  return [
    ...fields.filter((field) => !isStated(identity, field)),
    ...(silent ? (['liability'] as const) : []),
  ].map((field) => missing(field, NEEDS[field]));
}

/** What the law asks a site to say of who runs it, and this one cannot say yet. */
export function identityBlockers(identity: Identity, launch: Launch): LaunchBlocker[] {
  const everybody = (['postal-address', 'email'] as const).filter(
    (field) => identity[field] === undefined,
  );
  return [
    ...(formOf(identity) ? [] : [UNKNOWN_FORM]),
    ...missingOfForm(identity),
    ...everybody.map((field) => missing(field, EVERYBODY[field])),
    ...openQuestions(identity, launch),
    ...(identity.insurance && !identity.insurer ? [missing('insurer', INSURER)] : []),
  ];
}
