import type { Config } from '@netlify/functions';
import { withDeskCase } from '../lib/desk/cases/with-desk-case.ts';
import { handler } from '../lib/handler.ts';
import { showOffer } from '../lib/offers/pages.ts';
import { takeOffer } from '../lib/offers/take.ts';

/** `/desk/cases/{reference}/offer/`: times to tick, then the email that offers them, then its sending. */
export default handler({ GET: withDeskCase(showOffer), POST: takeOffer });

export const config: Config = {
  path: ['/desk/cases/:reference/offer', '/desk/cases/:reference/offer/'],
};
