import type { ComplaintAbout } from './complaint.ts';

/** Where the regulator takes complaints about personal data. Its name changes when a commencement order is made: write “ICO”. */
export const ICO = {
  address: 'https://ico.org.uk/make-a-complaint/',
  phone: '0303 123 1113',
} as const;

/** What happens to a complaint that we have. */
export const WHAT_HAPPENS =
  'We look into it, and within 30 days of the day it came we tell you the outcome, or how far we have got and when you will hear more.';

/** Where else a person can turn who is not satisfied; nothing where a complaint is about our service. */
export const afterUs = (about: ComplaintAbout): string | undefined =>
  about === 'data'
    ? `If you are not satisfied with our answer, or hear nothing in that time, you can complain to the ICO, the regulator: ${ICO.address} or ${ICO.phone}.`
    : undefined;
