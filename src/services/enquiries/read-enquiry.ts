import { findEnquiry } from '#data/enquiry-repository.ts';
import type { App } from '../app.ts';

/** The enquiry of a case, with when it was sent; undefined for a case of calls alone. */
export const enquiryOf = (app: App, caseId: string) => findEnquiry(app.database, caseId);
