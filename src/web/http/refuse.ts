import { CommitUnknownError, causeOf, DatabaseUnavailableError } from '#data/errors.ts';
import { EnvironmentError } from '#services/environment.ts';
import { log } from '#services/log.ts';
import { PreviewNotEmptiedError } from '#services/previews/preview-error.ts';
import { messagePage } from '../views/message-page-view.ts';
import { loadSite } from './open-app.ts';
import { page } from './page-shell.ts';
import { mediaType } from './request-body.ts';
import { problem, type Refusal, TITLES } from './responses.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Whether the answer is read by a person: a page, or a form posted to the API. */
const isForPeople = (request: Request) =>
  !new URL(request.url).pathname.startsWith('/api/') || mediaType(request) === FORM;

/** A refusal as a page with the number. */
export async function refuseInPage(refusal: Refusal): Promise<Response> {
  const site = await loadSite();
  const title = refusal.title ?? TITLES[refusal.status] ?? 'Sorry, something went wrong';
  const live = messagePage(refusal.detail, site.settings.line, refusal);
  return page(site, 'message-page', { title, heading: title, live }, refusal);
}

/** A refusal as problem details for programs, or as a page with the number for people. */
export const refuse = async (request: Request, refusal: Refusal): Promise<Response> =>
  isForPeople(request) ? refuseInPage(refusal) : problem(refusal);

/** The database is away: said plainly of this one try, since one before it may have been saved; what was typed is kept where there was a form. */
export const UNAVAILABLE: Refusal = {
  status: 503,
  detail: 'Nothing has been saved or changed just now. Try again in a few minutes.',
  headers: { 'retry-after': '120' },
};

/** A commit that was lost on its way: it may have been done, and doing it again changes nothing more. */
export const UNKNOWN: Refusal = {
  status: 503,
  detail:
    'We cannot tell yet whether this was saved. Send it again: if it was saved, it still counts once.',
  headers: { 'retry-after': '30' },
};

const FAULT = {
  status: 500,
  detail: 'The fault is ours, and we have a record of it. Try again in a few minutes.',
} as const;

/** A fault's kind and place, without its message: messages can quote what somebody typed. */
const withoutMessage = (error: unknown) => {
  const frames = (error instanceof Error ? (error.stack ?? '') : '').split('\n');
  const code = (error as { code?: unknown })?.code ?? '';
  return [
    error instanceof Error ? error.name : typeof error,
    code,
    ...frames.filter((line) => /^\s+at /.test(line)).slice(0, 4),
  ].join(' ');
};

/** The refusal that answers a fault: 503 for a lost database, missing settings or a preview that may not answer yet, else 500; it is logged. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof DatabaseUnavailableError) {
    log(`The database is unavailable (${causeOf(error)}).`);
    return error instanceof CommitUnknownError ? UNKNOWN : UNAVAILABLE;
  }
  if (error instanceof EnvironmentError || error instanceof PreviewNotEmptiedError) {
    log(`Refusing to run: ${error.message.replaceAll('\n', ' ')}`);
    return UNAVAILABLE;
  }
  log(`Fault: ${withoutMessage(error)}`);
  return FAULT;
}
