import type { Config } from '@netlify/functions';
import { answersOf } from '#domain/enquiry/answers.ts';
import { caseView } from '#views/case.ts';
import { type Case, pathOf } from '../lib/cases/case.ts';
import { happeningsOf } from '../lib/cases/happenings.ts';
import { withCase } from '../lib/cases/with-case.ts';
import { findEnquiry } from '../lib/enquiries/record.ts';
import { type Call, handler } from '../lib/handler.ts';
import { page } from '../lib/http/page.ts';

async function showCase({ app }: Call, found: Case): Promise<Response> {
  const recorded = await findEnquiry(app.database, found.id);
  const live = caseView({
    reference: found.reference,
    path: pathOf(app, found),
    answers: recorded ? answersOf(recorded.enquiry) : [],
    happenings: await happeningsOf(app, found, recorded?.correctedAt),
    retention: app.site.settings.retention,
  });
  return page(app.site, 'notice', { title: 'Your enquiry', heading: 'Your enquiry', live });
}

/** `/your-enquiry/{case}/`: what the enquirer sent, what happened, and what they can do about it. */
export default handler({ GET: withCase(showCase) });

export const config: Config = { path: ['/your-enquiry/:case', '/your-enquiry/:case/'] };
