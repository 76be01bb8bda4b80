import * as z from 'zod';
import { LIMITS } from './enquiry/limits.ts';

const REMEDY = 'Send the key of the enquiry as text, or leave it out.';

/** The key of a case to join; whether it opens one is looked up, not judged by its shape. */
export const CaseKeySchema = z.string({ error: REMEDY }).max(LIMITS.line, REMEDY);
