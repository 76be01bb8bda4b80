import type { FormShell } from '#domain/page-slots.ts';
import { planState } from '#domain/plan/state.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { complaintForm } from '../public/complaint/complaint-form-view.ts';
import { newEnquiryForm } from '../public/enquiry/enquiry-form-view.ts';
import { planner } from '../public/plan/plan-view.ts';
import type { Html } from './form-view.ts';
import { messagePage } from './message-page-view.ts';

/** Which times are free is only known when the page is opened. */
const beforeTimes = ({ line }: Settings): Html =>
  messagePage('Free times show when this page is opened.', line);

/** What the build puts in the live place of each form’s shell: the page as it is before anything is known. */
export const emptyStates: Readonly<Record<FormShell, (settings: Settings) => Html>> = {
  enquiry: (settings) => newEnquiryForm({ typed: {}, faults: [] }, settings),
  complaint: (settings) => complaintForm({ typed: {}, faults: [] }, settings),
  callback: beforeTimes,
  'discovery-call': beforeTimes,
  plan: (settings) => planner(planState(new URLSearchParams(), settings.facts), settings),
  desk: ({ line }) => messagePage('There is nothing here.', line),
  'message-page': ({ line }) => messagePage('There is nothing here.', line),
};
