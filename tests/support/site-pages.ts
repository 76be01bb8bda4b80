import enquiries from '../../netlify/functions/api-enquiries.ts';
import callback from '../../netlify/functions/callback.ts';
import discoveryCall from '../../netlify/functions/discovery-call.ts';
import { call } from './app.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { readPage } from './read-page.ts';
import { get, postJson } from './requests.ts';

const PAGES = { callback, 'discovery-call': discoveryCall };

/** A page of one kind of call, as its address asks for it. */
export const showCallPage = async (kind: keyof typeof PAGES, query: string) =>
  readPage(await call(PAGES[kind], get(`/${kind}/${query}`)));

/** Sends an enquiry, with what a test wants different, and gives the answer. */
export async function sendEnquiry(overrides: Record<string, unknown>) {
  const response = await call(enquiries, postJson('/api/enquiries', makeEnquiry(overrides)));
  return (await response.json()) as { reference: string; link: string };
}
