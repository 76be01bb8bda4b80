import { expect, test } from 'vitest';
import { undeliveredNotice } from '#emails/case-notices.ts';

const textOf = (reference: string | undefined) =>
  JSON.stringify(
    undeliveredNotice({
      reference,
      kind: 'cancellation of a call',
      reason: 'application_error',
      site: 'https://example.org',
    }),
  );

test('word of a message that was given up calls an enquiry safe only where there is one', () => {
  expect(textOf('ABCD2345')).toContain('What they sent is safe');
  expect(textOf('ABCD2345')).toContain('https://example.org/desk/cases/ABCD2345/');
  expect(textOf(undefined)).not.toMatch(/safe|https?:/);
});
