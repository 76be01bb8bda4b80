import type { Config } from '@netlify/functions';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { showYourCall } from '../lib/bookings/your-call.ts';
import { handler } from '../lib/handler.ts';

/** `/your-call/{booking}/`: one call, as the entry in a calendar leads to it. */
export default handler({ GET: withBooking(showYourCall) });

export const config: Config = {
  path: ['/your-call/:booking', '/your-call/:booking/', '/your-call/:booking/:stray([.,%3E\\)]+)'],
};
