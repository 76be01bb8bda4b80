/** What only some bodies state. */
export type FormField =
  | 'legal-name'
  | 'company-number'
  | 'registered-in'
  | 'registered-office'
  | 'liability'
  | 'charity-number'
  | 'partners'
  | 'address-for-service';

/** A body of one legal form: what it is in words, the fields it can fill in, and those the law has it state. */
export interface FormRules {
  /** As a sentence calls it, with its article. */
  readonly called: string;
  readonly takes: readonly FormField[];
  readonly mustState: readonly FormField[];
}

const REGISTERED = ['legal-name', 'company-number', 'registered-in', 'registered-office'] as const;

/**
 * What each legal form states: the one table that the settings, the site, every mail and paper, and the refusals of a
 * production build are read from. `liability` is also asked for, where the name of a company leaves “Limited” out.
 */
export const FORMS = {
  company: {
    called: 'a company',
    takes: [...REGISTERED, 'liability'],
    mustState: REGISTERED,
  },
  llp: {
    called: 'a limited liability partnership',
    takes: REGISTERED,
    mustState: REGISTERED,
  },
  cic: {
    called: 'a community interest company',
    takes: REGISTERED,
    mustState: REGISTERED,
  },
  cio: {
    called: 'a charitable incorporated organisation',
    takes: ['legal-name', 'charity-number', 'registered-in', 'registered-office'],
    mustState: ['legal-name', 'charity-number', 'registered-in', 'registered-office'],
  },
  'charitable-company': {
    called: 'a charity and a company',
    takes: [...REGISTERED, 'charity-number', 'liability'],
    mustState: [...REGISTERED, 'charity-number'],
  },
  charity: {
    called: 'a charity',
    takes: ['legal-name', 'charity-number', 'registered-in'],
    mustState: ['legal-name', 'charity-number'],
  },
  partnership: {
    called: 'a partnership',
    takes: ['partners', 'address-for-service'],
    mustState: ['partners', 'address-for-service'],
  },
  'sole-trader': {
    called: 'a sole trader',
    takes: ['legal-name', 'address-for-service'],
    mustState: ['legal-name', 'address-for-service'],
  },
  'public-body': {
    called: 'a public body',
    takes: ['legal-name'],
    mustState: ['legal-name'],
  },
} as const satisfies Readonly<Record<string, FormRules>>;

/** Every kind of body that can run the service, as legal-form in content/settings/identity.yaml has it. */
export type LegalForm = keyof typeof FORMS;

export const LEGAL_FORMS = Object.keys(FORMS) as readonly LegalForm[];

const LIMITED = /\b(?:limited|ltd|plc|public limited company|cyf|cyfyngedig|ccc)\b\.?$/i;

/** Whether a registered name says itself that liability is limited. */
export const saysLimited = (name: string): boolean => LIMITED.test(name.trim());
