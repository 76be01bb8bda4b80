import { expect, test } from 'vitest';
import { undeliveredNotice } from '#emails/case-notices.ts';

const textOf = (reference: string | undefined, kind = 'cancellation of a call') =>
  JSON.stringify(
    undeliveredNotice({
      reference,
      kind,
      reason: 'application_error',
      site: 'https://example.org',
    }),
  );

test('word of a message that was given up calls an enquiry safe only where there is one', () => {
  expect(textOf('ABCD2345')).toContain('What they sent is safe');
  expect(textOf('ABCD2345')).toContain('https://example.org/desk/cases/ABCD2345/');
  expect(textOf(undefined)).not.toMatch(/safe|https?:/);
});

test('whom a message was for decides what is left to do', () => {
  expect(textOf('ABCD2345')).toContain('Contact them another way.');
  const toUs = textOf('ABCD2345', 'enquiry notice');
  expect(toUs).toContain('The enquiry notice, to us, for ABCD2345 could not be delivered');
  expect(toUs).toContain('read it at the desk.');
  expect(toUs).not.toContain('Contact them');
});
