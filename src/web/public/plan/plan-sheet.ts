import type { PlanPart, SheetShell } from '#domain/page-slots.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { planName } from '#domain/plan/sentence.ts';
import { planState } from '#domain/plan/state.ts';
import type { Facts } from '#domain/settings/facts.ts';
import { page } from '../../http/page-shell.ts';
import type { WebContext } from '../../http/web-app.ts';
import type { Html } from '../../views/form-view.ts';
import { aboveSheet } from './plan-sheet-view.ts';

/** A sheet that a plan fills: its title, and what of the plan goes where. */
export interface PlanSheet {
  sheet: SheetShell;
  title: string;
  parts: (plan: Plan, facts: Facts, origin: string) => Partial<Record<`plan-${PlanPart}`, Html>>;
}

/**
 * Answers a sheet with the plan that is in its address filled in; without one, or with one that
 * cannot be read (400), the blank sheet. Nothing of it is kept.
 */
export const showSheet =
  ({ sheet, title, parts }: PlanSheet) =>
  ({ var: { app }, req }: WebContext): Promise<Response> => {
    const { facts } = app.site.settings;
    const state = planState(new URL(req.url).searchParams, facts);
    const planned = state.kind === 'planned' && {
      title: `${title}: ${planName(state.plan)}`,
      ...parts(state.plan, facts, new URL(app.environment.URL).origin),
    };
    return page(
      app.site,
      sheet,
      { above: aboveSheet(state), ...planned },
      { status: state.kind === 'faults' ? 400 : 200, open: state.kind === 'blank' },
    );
  };
