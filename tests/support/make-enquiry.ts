/** An enquiry that would be accepted, with what a test wants different in it; undefined leaves a field out. */
export const makeEnquiry = (overrides: Record<string, unknown> = {}): Record<string, unknown> => {
  const enquiry: Record<string, unknown> = {
    organisation: 'Example County Council',
    name: 'A. Person',
    email: 'person@example.org',
    interests: ['groups', 'training'],
    ...overrides,
  };
  return Object.fromEntries(Object.entries(enquiry).filter(([, value]) => value !== undefined));
};
