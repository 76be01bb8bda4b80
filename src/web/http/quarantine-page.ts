import { enquiryStateWords } from '#domain/cases/state-words.ts';
import { FORM_FIELD } from '#domain/forms/automatic.ts';
import { type QuarantineView, quarantineView } from '../views/quarantine-view.ts';
import { page } from './page-shell.ts';
import type { Accepted } from './post-form.ts';
import type { Fields } from './request-body.ts';
import { json } from './responses.ts';
import type { WebContext } from './web-app.ts';

/** What a post that looks automatic asks for: what its page calls it, and what it showed. */
type QuarantinedPost = Pick<
  QuarantineView,
  'answers' | 'action' | 'button' | 'what' | 'kept' | 'said'
>;

/** Every field as a form posts it, one pair a value. */
const pairsOf = (typed: Fields): [string, string][] =>
  Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );

/**
 * The answer to a post that looks automatic: what was typed, and one button that sends it. It says that
 * nothing is sent, since nothing is. A program is told that it is quarantined.
 */
export function answerQuarantined(
  { var: { app } }: WebContext,
  { from, typed, form }: Accepted<unknown>,
  post: QuarantinedPost,
): Promise<Response> | Response {
  if (from === 'json') return json({ quarantined: true }, 202);
  const days = app.site.settings.retention['quarantine-days'];
  const fields = pairsOf({ ...typed, [FORM_FIELD]: form });
  const { happened, next } = enquiryStateWords('enquiry-held', {
    email: undefined,
    phone: undefined,
    quarantineDays: days,
  });
  const title = happened.replace(/\.$/, '');
  const live = quarantineView({ ...post, next, fields });
  return page(app.site, 'message-page', { title, heading: title, live }, { status: 202 });
}
