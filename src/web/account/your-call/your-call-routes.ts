import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { withBooking } from '../with-booking.ts';
import { showYourCall } from './your-call-page.ts';

/** `/your-call/{booking}/`: one call, as the entry in a calendar leads to it. */
export default handler({ GET: withBooking(showYourCall) });

export const config: Config = {
  path: ['/your-call/:booking', '/your-call/:booking/', '/your-call/:booking/:stray([.,%3E\\)]+)'],
};
