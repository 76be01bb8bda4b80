import { expect, test } from 'vitest';
import { undeliveredNotice } from '#domain/emails/enquiry-emails.ts';

const textOf = (reference: string | undefined) =>
  JSON.stringify(undeliveredNotice(reference, 'cancellation of a call', 'application_error'));

test('word of a message that was given up calls an enquiry safe only where there is one', () => {
  expect(textOf('ABCD2345')).toContain('The enquiry itself is safe');
  expect(textOf(undefined)).not.toContain('safe');
});
