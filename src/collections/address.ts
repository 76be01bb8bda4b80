import * as z from 'zod';

/** An address on this site as editors write it: "/", "/enquire/", "/privacy/#your-rights". */
export const AddressSchema = z
  .string()
  .max(120)
  .regex(
    /^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/,
    'an address on this site that starts and ends with a slash, such as "/enquire/"',
  )
  .describe('Where it leads.');
