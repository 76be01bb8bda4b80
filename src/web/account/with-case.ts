import { type Case, findCaseByKey } from '#services/cases/case.ts';
import { withoutStray } from '#services/keys.ts';
import { refuse } from '../http/refuse.ts';
import type { WebContext } from '../http/web-app.ts';

/** A key that opens nothing, wherever it came from. */
export const UNKNOWN_KEY = {
  status: 404,
  detail:
    'This link does not work. Part of it may be missing, or what you sent may have been withdrawn or erased. After an email address was corrected, only the newest link works: we can send it to you again.',
  onward: { href: '/your-enquiry/', label: 'Send me my link again' },
} as const;

/** A response for the case whose key is in the address; a key that opens nothing is a page that is not there. */
export const withCase =
  (respond: (c: WebContext, found: Case) => Promise<Response>) =>
  async (c: WebContext): Promise<Response> => {
    const found = await findCaseByKey(c.var.app, withoutStray(c.req.param('case') ?? ''));
    return found ? respond(c, found) : refuse(c.req.raw, UNKNOWN_KEY);
  };
