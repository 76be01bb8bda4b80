import { sendEnquiry } from './desk-cases.ts';

/** An enquiry somebody sends, with the path of their own page. */
export async function openCase(overrides: Record<string, unknown> = {}) {
  const { reference, link } = await sendEnquiry(overrides);
  return { reference, path: new URL(link).pathname };
}
