import type { Config } from '@netlify/functions';
import { planAsked } from '#domain/plan/api.ts';
import { planJson } from '#domain/plan/json.ts';
import { type Call, handler, refuse } from '../http/handler.ts';
import { json } from '../http/responses.ts';

const DETAIL =
  'Ask with people=46, rhythm=weekly, fortnightly or monthly, and sessions if you like.';

async function answerPlan({ app, request }: Call): Promise<Response> {
  const asked = planAsked(new URL(request.url).searchParams, app.site.settings.facts);
  if ('faults' in asked) {
    return refuse(request, { status: 400, detail: DETAIL, errors: asked.faults });
  }
  return json(planJson(asked));
}

/** `GET /api/plan?people=&rhythm=&sessions=`: the planner's arithmetic, for programs. */
export default handler({ GET: answerPlan });

export const config: Config = { path: '/api/plan' };
