import { type InvitationInput, InvitationSchema } from '#domain/invite/invitation.ts';

/** The headers a message about a call carries. */
export const HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  References: '<11111111-1111-4111-8111-111111111111@example.org>',
};

export const BOOKING = '3f2b8c1e-5d4a-4e6f-9a7b-0c1d2e3f4a5b';

/** An invitation to a discovery call in winter, with whatever a test needs to be different. */
export const makeInvitationInput = (
  overrides: Partial<Omit<InvitationInput, 'method'>> &
    Partial<Pick<InvitationInput, 'method'>> = {},
): InvitationInput => ({
  method: 'REQUEST',
  uid: `${BOOKING}@example.org`,
  sequence: 0,
  created: Date.UTC(2026, 0, 5, 9, 30, 15),
  stamp: Date.UTC(2026, 0, 5, 9, 30, 15),
  start: Date.UTC(2026, 0, 12, 10),
  end: Date.UTC(2026, 0, 12, 10, 30),
  organizer: { email: 'groups@example.org', name: 'Reflective Practice Groups' },
  attendee: { email: 'a.person@council.example.org', name: 'A. Person' },
  summary: 'Discovery call: Reflective Practice Groups',
  description:
    overrides.method === 'CANCEL'
      ? 'This call is cancelled. We will not ring you.'
      : 'Monday 12 January 2026, 10am to 10:30am UK time.\n\nWe will ring 01632 960 001.',
  location: 'By phone: 01632 960 001',
  url: 'https://example.org/your-call/AAAA/',
  class: 'PRIVATE' as const,
  ...overrides,
});

export const makeInvitation = (overrides: Parameters<typeof makeInvitationInput>[0] = {}) =>
  InvitationSchema.parse(makeInvitationInput(overrides));
