import { sendEnquiry } from './desk-cases.ts';

/** An enquiry somebody sends, with the path of their own page and what the functions behind it are called with. */
export async function openCase(overrides: Record<string, unknown> = {}) {
  const { reference, link } = await sendEnquiry(overrides);
  const path = new URL(link).pathname;
  return { reference, path, params: { case: path.split('/')[2] ?? '' } };
}
