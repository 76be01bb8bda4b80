import { type Case, findCaseByKey } from '#services/cases/case.ts';
import { withoutStray } from '#services/keys.ts';
import { type Call, refuse } from '../http/handler.ts';

/** A key that opens nothing, wherever it came from. */
export const UNKNOWN_KEY = {
  status: 404,
  detail:
    'This link opens nothing. It may have been cut short on its way, or what was sent has been withdrawn or erased.',
  onward: { href: '/your-enquiry/', label: 'Send me my link again' },
} as const;

/** A response for the case whose key is in the address; a key that opens nothing is a page that is not there. */
export const withCase =
  (respond: (call: Call, found: Case) => Promise<Response>) =>
  async (call: Call): Promise<Response> => {
    const found = await findCaseByKey(call.app, withoutStray(call.context.params['case'] ?? ''));
    return found ? respond(call, found) : refuse(call.request, UNKNOWN_KEY);
  };
