import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { withDeskCase } from '../cases/with-desk-case.ts';
import { showOffer } from './offer-pages.ts';
import { takeOffer } from './offer-post.ts';

/** `/desk/cases/{reference}/offer/`: times to tick, then the email that offers them, then its sending. */
export default handler({ GET: withDeskCase(showOffer), POST: takeOffer });

export const config: Config = {
  path: ['/desk/cases/:reference/offer', '/desk/cases/:reference/offer/'],
};
