import type { CallKind } from '#domain/slots/slot.ts';
import type { App } from '#services/app.ts';
import type { Fields } from '../../http/request-body.ts';
import { type RequestedTime, readRequestedTime } from '../../public/calls/requested-time.ts';
import { dayTyped, withStart } from '../../public/calls/times-page.ts';

/** How staff choose: times inside our notice are theirs too. */
export const BY_STAFF = { by: 'staff' } as const;

/**
 * What the time turned out to be that a form of staff asks for, by its day and time or by its start; undefined for a
 * form that asks for none. `except` is a call whose own time counts as free.
 */
export async function timeForStaff(
  app: App,
  kind: CallKind,
  typed: Fields,
  except?: string,
): Promise<RequestedTime | undefined> {
  const { start } = withStart(typed);
  if (start === undefined && dayTyped(typed) === undefined) return undefined;
  return readRequestedTime(app, kind, start, { ...BY_STAFF, except });
}

/** What is wrong with a time that was asked for, if anything. */
export const faultOfTime = (asked: RequestedTime | undefined): string | undefined =>
  asked === undefined || asked.kind === 'free' ? undefined : asked.message;
