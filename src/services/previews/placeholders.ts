import type { App } from '../app.ts';
import { listAvailableSlots } from '../availability/list-available-slots.ts';
import { createBooking } from '../bookings/create-booking.ts';
import { submitEnquiry } from '../enquiries/submit-enquiry.ts';

/** Nobody: what stands where people would. */
const PERSON = {
  name: 'A. Person',
  email: 'person@example.org',
  phone: '01632 960 001',
  organisation: 'Example County Council',
};

const postOf = (route: string, value: unknown) => ({
  route,
  identity: { by: 'key' as const, key: 'preview' },
  value,
});

/** Gives an empty preview an enquiry and a callback, as if somebody had sent them, so that there is something to see. */
export async function fillPreview(app: App): Promise<void> {
  const enquiry = {
    ...PERSON,
    interests: ['groups' as const],
    message: 'This is a preview: nobody wrote this.',
  };
  await submitEnquiry(app, {
    enquiry,
    join: undefined,
    automatic: false,
    submission: postOf('enquiries', enquiry),
  });
  const [first] = await listAvailableSlots(app, 'callback');
  if (!first) return;
  const value = { ...PERSON, start: first.start };
  await createBooking(app, {
    kind: 'callback',
    address: '192.0.2.1',
    value,
    automatic: false,
    submission: postOf('callbacks', value),
  });
}
