import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { CALL_WORDS, callPagePath } from '#domain/booking/call-words.ts';
import type { Onward } from '../views/message-page-view.ts';
import { refuse, refuseInPage } from './refuse.ts';
import type { Refusal } from './responses.ts';

/** The forms behind the addresses that take them, for a browser that opens such an address itself: a reload after a refusal does. */
const FORMS: Readonly<Record<string, Onward>> = {
  '/api/enquiries': { href: '/enquire/', label: 'Go to the enquiry form' },
  '/api/complaints': { href: '/complaint/', label: 'Go to the complaint form' },
  [CALL_WORDS.callback.api]: { href: callPagePath('callback'), label: CALL_WORDS.callback.title },
  [CALL_WORDS['discovery-call'].api]: {
    href: callPagePath('discovery-call'),
    label: CALL_WORDS['discovery-call'].title,
  },
};

const JSON_TYPE = 'application/json';
const HTML_TYPE = 'text/html';

/** Whether a page is asked for before anything else, as browsers do that open an address. */
const prefersPage = (c: Context) =>
  accepts(c, { header: 'Accept', supports: [JSON_TYPE, HTML_TYPE], default: JSON_TYPE }) ===
  HTML_TYPE;

/** That an address takes no such method: which it takes or, to a person at the address of a form, where the form is. */
export function refuseMethod(c: Context, methods: readonly string[]): Promise<Response> {
  const allow = methods.join(', ');
  const refusal: Refusal = {
    status: 405,
    detail: `This address accepts ${allow}.`,
    headers: { allow },
  };
  const onward = FORMS[c.req.path.replace(/\/$/, '')];
  if (!onward || !prefersPage(c)) return refuse(c.req.raw, refusal);
  const detail = 'This address only takes what our form sends, so there is nothing to see here.';
  return refuseInPage({ ...refusal, detail, onward });
}
