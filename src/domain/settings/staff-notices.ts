import * as z from 'zod';

/** Whether emails to staff repeat what people write, which nothing can erase from a mailbox afterwards. */
export const StaffNoticesSchema = z.strictObject({
  words: z
    .enum(['desk', 'mail'])
    .describe(
      '"desk" keeps what people write at the desk, where it can be erased; "mail" repeats it in emails to staff as well.',
    ),
});
