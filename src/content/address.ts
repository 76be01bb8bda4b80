import * as z from 'zod';

/** How an address on this site is written: small letters, a slash at each end, and perhaps a part of the page. */
export const ADDRESS = /^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/;

/** An address on this site as editors write it: "/", "/enquire/", "/privacy/#your-rights". */
export const AddressSchema = z
  .string()
  .max(120)
  .regex(
    ADDRESS,
    'Write an address on this site in small letters, with a slash at each end, such as "/enquire/".',
  )
  .describe('Where it leads.');
