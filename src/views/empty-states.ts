import { html } from 'hono/html';
import type { LivePage } from '#domain/live.ts';
import { planState } from '#domain/plan/state.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { newEnquiryForm } from './enquiry-form.ts';
import type { Html } from './form.ts';
import { notice } from './notice.ts';
import { planner } from './plan.ts';

/** What the build puts in the live place of each shell: the page as it is before anything is known. */
export const emptyStates: Readonly<Record<LivePage, (settings: Settings) => Html>> = {
  enquiry: () => newEnquiryForm({ typed: {}, faults: [] }),
  callback: () => html``,
  'discovery-call': () => html``,
  plan: (settings) => planner(planState(new URLSearchParams(), settings.facts), settings),
  notice: ({ line }) => notice('There is nothing here.', line),
};
