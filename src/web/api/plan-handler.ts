import { planAsked } from '#domain/plan/api.ts';
import { planJson } from '#domain/plan/json.ts';
import { refuse } from '../http/refuse.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

const DETAIL =
  'Ask with people=46, rhythm=weekly, fortnightly or monthly, and sessions if you like.';

/** `GET /api/plan?people=&rhythm=&sessions=`: the planner's arithmetic, for programs. */
export async function answerPlan({ var: { app }, req }: WebContext): Promise<Response> {
  const asked = planAsked(new URL(req.url).searchParams, app.site.settings.facts);
  if ('faults' in asked) {
    return refuse(req.raw, { status: 400, detail: DETAIL, errors: asked.faults });
  }
  return json(planJson(asked));
}
