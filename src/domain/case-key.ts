import * as z from 'zod';

/** Longer than any key of ours. */
const MOST = 200;

const REMEDY = 'Send the key of the enquiry as text, or leave it out';

/** The key of a case to join; whether it opens one is looked up, not judged by its shape. */
export const CaseKeySchema = z.string({ error: REMEDY }).max(MOST, REMEDY);
