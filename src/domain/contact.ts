import { FIELDS } from './fields.ts';
import { lineOf } from './text.ts';

export const OrganisationSchema = lineOf(FIELDS.organisation);
export const NameSchema = lineOf(FIELDS.name);
