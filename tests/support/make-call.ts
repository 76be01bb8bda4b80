const without = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A callback that would be booked at 10am on 24 November 2026, with what a test wants different; undefined leaves a field out. */
export const makeCallback = (overrides: Record<string, unknown> = {}): Record<string, unknown> =>
  without({
    start: '2026-11-25T11:00:00+00:00',
    name: 'A. Person',
    phone: '01632 960 001',
    ...overrides,
  });

/** A discovery call that would be booked at 10am on 24 November 2026. */
export const makeDiscoveryCall = (
  overrides: Record<string, unknown> = {},
): Record<string, unknown> =>
  without({
    start: '2026-11-26T14:30:00+00:00',
    name: 'A. Person',
    email: 'person@example.org',
    phone: '01632 960 001',
    organisation: 'Example County Council',
    ...overrides,
  });
