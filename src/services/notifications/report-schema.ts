import * as z from 'zod';

/** A delivery report of the mail service, as far as it is read here; one about anything but an email has no `email_id`. */
export const ReportSchema = z.object({
  type: z.string().regex(/^[\w.]{1,100}$/),
  created_at: z.iso.datetime({ offset: true }),
  data: z.object({
    email_id: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/)
      .optional(),
  }),
});
