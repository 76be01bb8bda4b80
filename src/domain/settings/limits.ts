import * as z from 'zod';

const most = (about: string) => z.int().min(1).max(100_000).describe(about);

/** How much one address, telephone or connection can ask for before people are asked to ring (docs/decisions/0025). */
export const LimitsSchema = z
  .strictObject({
    'emails-to-one-address': z.strictObject({
      'an-hour': most('Emails that begin something to one address in an hour.'),
      'a-day': most('Emails that begin something to one address in a day.'),
    }),
    'calls-to-come': z.strictObject({
      'one-email': most('Calls to come that one email address can have.'),
      'one-telephone': most(
        'Calls to come that one telephone number, with its extension, can have.',
      ),
      switchboard: most('Calls to come for a telephone number that different emails give.'),
    }),
    'new-calls-a-day': most('Calls that can be booked in a day from one connection.'),
    'changes-of-a-call-a-day': most('How often in a day a call can be moved, and be corrected.'),
    'a-minute': z.strictObject({
      'posts-in-all': most('What everyone together can send in a minute.'),
      pages: most('Pages with live content that one connection can open in a minute.'),
    }),
    'an-unusual-hour': z.strictObject({
      cases: most('New cases in an hour from which staff are told that it is unusual.'),
      'emails-withheld': most(
        'Emails not sent in an hour, because an address had had too many, from which staff are told.',
      ),
    }),
  })
  .superRefine((limits, context) => {
    const { 'an-hour': hour, 'a-day': day } = limits['emails-to-one-address'];
    if (day < hour) {
      const message = `A day has at least as many as an hour. Write ${hour} or more.`;
      context.addIssue({ code: 'custom', path: ['emails-to-one-address', 'a-day'], message });
    }
    const { 'one-telephone': one, switchboard } = limits['calls-to-come'];
    if (switchboard < one) {
      const message = `A switchboard has at least as many as one telephone. Write ${one} or more.`;
      context.addIssue({ code: 'custom', path: ['calls-to-come', 'switchboard'], message });
    }
  });

export type Limits = z.infer<typeof LimitsSchema>;
