import type { Identity } from '#domain/settings/identity.ts';
import type { FormField, LegalForm } from '#domain/settings/legal-forms.ts';

const EVERYBODY = {
  name: 'The Groups',
  email: 'hello@example.org',
  'postal-address': '1 Example Street, Exampleton',
} as const;

const OFFICE = '2 Example Street, Exampleton';
const SERVED = '3 Example Street, Exampleton';

const ADDRESS = 'Address: 1 Example Street, Exampleton.';

const REGISTERED = ['legal-name', 'company-number', 'registered-in', 'registered-office'] as const;

const company = {
  ...EVERYBODY,
  'company-number': '00000000',
  'registered-in': 'England and Wales',
  'registered-office': OFFICE,
} as const;

/** A body of one legal form with all it must state; what site, mail and paper then say; and what a build refuses while it is missing. */
export interface OfForm {
  readonly identity: Identity;
  readonly says: string;
  readonly mustState: readonly FormField[];
}

/** What each legal form states, written down apart from the table of the software. */
export const EVERY_FORM: Readonly<Record<LegalForm, OfForm>> = {
  company: {
    identity: { ...company, 'legal-form': 'company', 'legal-name': 'Example Groups Limited' },
    says: `The Groups is run by Example Groups Limited, a company registered in England and Wales, company number 00000000. Registered office: ${OFFICE}. ${ADDRESS}`,
    mustState: REGISTERED,
  },
  llp: {
    identity: {
      ...company,
      'legal-form': 'llp',
      'legal-name': 'Example Groups LLP',
      'company-number': 'OC000000',
    },
    says: `The Groups is run by Example Groups LLP, a limited liability partnership registered in England and Wales, company number OC000000. Registered office: ${OFFICE}. ${ADDRESS}`,
    mustState: REGISTERED,
  },
  cic: {
    identity: { ...company, 'legal-form': 'cic', 'legal-name': 'Example Groups CIC' },
    says: `The Groups is run by Example Groups CIC, a community interest company registered in England and Wales, company number 00000000. Example Groups CIC is a limited company. Registered office: ${OFFICE}. ${ADDRESS}`,
    mustState: REGISTERED,
  },
  cio: {
    identity: {
      ...EVERYBODY,
      'legal-form': 'cio',
      'legal-name': 'Example Groups CIO',
      'charity-number': '0000000',
      'registered-in': 'England and Wales',
      'registered-office': OFFICE,
    },
    says: `The Groups is run by Example Groups CIO, a charitable incorporated organisation registered in England and Wales, charity number 0000000. Principal office: ${OFFICE}. ${ADDRESS}`,
    mustState: ['legal-name', 'charity-number', 'registered-in', 'registered-office'],
  },
  'charitable-company': {
    identity: {
      ...company,
      'legal-form': 'charitable-company',
      'legal-name': 'Example Groups',
      liability: 'limited',
      'charity-number': '0000001',
    },
    says: `The Groups is run by Example Groups, a charity and a company registered in England and Wales, company number 00000000, charity number 0000001. Example Groups is a limited company. Registered office: ${OFFICE}. ${ADDRESS}`,
    mustState: [...REGISTERED, 'liability', 'charity-number'],
  },
  charity: {
    identity: {
      ...EVERYBODY,
      'legal-form': 'charity',
      'legal-name': 'The Example Trust',
      'charity-number': '0000000',
    },
    says: `The Groups is run by The Example Trust, a charity, charity number 0000000. ${ADDRESS}`,
    mustState: ['legal-name', 'charity-number'],
  },
  partnership: {
    identity: {
      ...EVERYBODY,
      'legal-form': 'partnership',
      partners: ['Partner One', 'Partner Two', 'Partner Three'],
      'address-for-service': SERVED,
    },
    says: `The Groups is the business name of a partnership of Partner One, Partner Two and Partner Three. Address for service of documents: ${SERVED}. ${ADDRESS}`,
    mustState: ['partners', 'address-for-service'],
  },
  'sole-trader': {
    identity: {
      ...EVERYBODY,
      'legal-form': 'sole-trader',
      'legal-name': 'A. Person',
      'address-for-service': SERVED,
    },
    says: `The Groups is the business name of A. Person, a sole trader. Address for service of documents: ${SERVED}. ${ADDRESS}`,
    mustState: ['legal-name', 'address-for-service'],
  },
  'public-body': {
    identity: {
      ...EVERYBODY,
      'legal-form': 'public-body',
      'legal-name': 'Exampleton Council',
    },
    says: `The Groups is run by Exampleton Council, a public body. ${ADDRESS}`,
    mustState: ['legal-name'],
  },
};
