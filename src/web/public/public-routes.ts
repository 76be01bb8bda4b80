import { Hono } from 'hono';
import type { WebEnv } from '../http/web-app.ts';
import { showCallPage, takeCallDetails } from './calls/call-pages.ts';
import { showComplaint } from './complaint/complaint-page.ts';
import { showEnquire } from './enquiry/enquire-page.ts';
import { belowItsCase } from './joined-case.ts';
import { showPlan } from './plan/plan-page.ts';
import { showSeniorTeamPaper, showYourPlan } from './plan/plan-sheets-page.ts';
import { showPreviewMail } from './preview-mail-page.ts';

/** The pages with live content that anybody may open. None of them saves anything. */
export const publicRoutes = new Hono<WebEnv>();

publicRoutes.get('/complaint', showComplaint);
publicRoutes.get('/enquire', (c) => belowItsCase(c) ?? showEnquire(c));

for (const kind of ['callback', 'discovery-call'] as const) {
  publicRoutes.get(`/${kind}`, (c) => belowItsCase(c) ?? showCallPage(kind)(c));
  publicRoutes.post(`/${kind}`, takeCallDetails(kind));
}

publicRoutes.get('/plan', showPlan);
publicRoutes.get('/make-the-case/your-plan', showYourPlan);
publicRoutes.get('/make-the-case/senior-team-paper', showSeniorTeamPaper);
publicRoutes.get('/preview-mail', showPreviewMail);
