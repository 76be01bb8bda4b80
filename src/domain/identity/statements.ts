import { formOf, type Identity, legalNameOf, saidOf } from '../settings/identity.ts';
import { saysLimited } from '../settings/legal-forms.ts';

/** One thing a service says of who runs it, as a sentence; `about` is what it is about. */
export interface Statement {
  readonly about:
    | 'who'
    | 'limited'
    | 'office'
    | 'service'
    | 'address'
    | 'vat'
    | 'complaints'
    | 'insurance'
    | 'profession';
  readonly text: string;
}

const SCOTTISH = 'a Scottish charitable incorporated organisation';

/** “a company registered in Scotland, number 00000000”: as much of it as is known. */
function registration(identity: Identity): string | undefined {
  const form = formOf(identity);
  if (!form) return undefined;
  const place = saidOf(identity, 'registered-in');
  const company = saidOf(identity, 'company-number');
  const charity = saidOf(identity, 'charity-number');
  const scottish = identity['legal-form'] === 'cio' && place === 'Scotland';
  return [
    `${scottish ? SCOTTISH : form.called}${place ? ` registered in ${place}` : ''}`,
    ...(company ? [`company number ${company}`] : []),
    ...(charity && charity !== 'none' ? [`charity number ${charity}`] : []),
  ].join(', ');
}

/** Who runs the service, and what they are. */
function who(identity: Identity): string | undefined {
  const legal = legalNameOf(identity);
  if (!legal) return undefined;
  const what = registration(identity);
  if (identity['legal-form'] === 'partnership') {
    return `${identity.name} is the business name of a partnership of ${legal}.`;
  }
  if (identity['legal-form'] === 'sole-trader') {
    return legal === identity.name
      ? `${legal} is a sole trader.`
      : `${identity.name} is the business name of ${legal}, a sole trader.`;
  }
  if (legal === identity.name) return what && `${legal} is ${what}.`;
  return `${identity.name} is run by ${legal}${what ? `, ${what}` : ''}.`;
}

/** Whether a company’s name leaves it out, so that it is to be said besides. */
function limited(identity: Identity): string | undefined {
  const form = identity['legal-form'];
  const legal = legalNameOf(identity) ?? '';
  if (legal === '' || saysLimited(legal)) return undefined;
  const isLimited = form === 'cic' || saidOf(identity, 'liability') === 'limited';
  return isLimited ? `${legal} is a limited company.` : undefined;
}

const sentence = (label: string, words: string | undefined) => words && `${label}: ${words}.`;

/** The same, where it says something that has not been said. */
const unless = (said: string | undefined, words: string | undefined) =>
  words === said ? undefined : words;

/**
 * What a service says of who runs it, in the order it is read in: on the site, and in the foot of every mail and paper.
 * What is not known is not there.
 */
export function statements(identity: Identity): Statement[] {
  const office = saidOf(identity, 'registered-office');
  const officeLabel = identity['legal-form'] === 'cio' ? 'Principal office' : 'Registered office';
  const served = saidOf(identity, 'address-for-service');
  const address = unless(office, unless(served, saidOf(identity, 'postal-address')));
  const insurance = [identity.insurance, identity.insurer].filter((words) => words !== undefined);
  const all: readonly (readonly [Statement['about'], string | undefined])[] = [
    ['who', who(identity)],
    ['limited', limited(identity)],
    ['office', sentence(officeLabel, office)],
    ['service', sentence('Address for service of documents', served)],
    ['address', sentence('Address', address)],
    ['vat', sentence('VAT number', saidOf(identity, 'vat-number'))],
    ['complaints', sentence('Complaints', saidOf(identity, 'complaints'))],
    ['insurance', sentence('Insurance', insurance.length > 0 ? insurance.join('; ') : undefined)],
    ['profession', sentence('Regulated profession', saidOf(identity, 'profession'))],
  ];
  return all.flatMap(([about, text]) => (text ? [{ about, text }] : []));
}

/** The foot of a mail or a paper: every statement as one paragraph; undefined while nothing is known. */
export function particulars(identity: Identity): string | undefined {
  const said = statements(identity).map(({ text }) => text);
  return said.length > 0 ? said.join(' ') : undefined;
}
