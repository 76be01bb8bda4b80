import type { Outcome } from '#domain/desk/outcomes.ts';
import outcomePage from '#web/desk/cases/outcome-routes.ts';
import { call, type TestApp } from './app.ts';
import { signIn } from './desk.ts';
import { postForm } from './requests.ts';

/** Has staff note at the desk, now, what came of trying to reach the person of a case. */
export async function noteOutcome(t: TestApp, reference: string, outcome: Outcome): Promise<void> {
  const path = `/desk/cases/${reference}/outcome/`;
  const values = { outcome: outcome.replaceAll(' ', '-') };
  const answer = await call(outcomePage, postForm(path, values, { cookie: await signIn(t) }), {
    reference,
  });
  if (answer.status !== 303) throw new Error(`An outcome was answered ${answer.status}.`);
}
