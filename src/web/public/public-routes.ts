import { Hono } from 'hono';
import type { WebEnv } from '../http/web-app.ts';
import { showCallPage, takeCallDetails } from './calls/call-pages.ts';
import { showEnquire } from './enquiry/enquire-page.ts';
import { showPlan } from './plan/plan-page.ts';
import { showSeniorTeamPaper, showYourPlan } from './plan/plan-sheets-page.ts';

/** The pages with live content that anybody may open. None of them saves anything. */
export const publicRoutes = new Hono<WebEnv>();

publicRoutes.get('/enquire', showEnquire);

publicRoutes.get('/callback', showCallPage('callback'));
publicRoutes.post('/callback', takeCallDetails('callback'));

publicRoutes.get('/discovery-call', showCallPage('discovery-call'));
publicRoutes.post('/discovery-call', takeCallDetails('discovery-call'));

publicRoutes.get('/plan', showPlan);
publicRoutes.get('/make-the-case/your-plan', showYourPlan);
publicRoutes.get('/make-the-case/senior-team-paper', showSeniorTeamPaper);
