import type { Fault } from '#domain/faults.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { Onward } from '../views/message-page-view.ts';

/** A refusal: `detail` says in a sentence what to do about it; `slots` are times that are free instead. */
export interface Refusal {
  status: number;
  detail: string;
  errors?: readonly Fault[];
  slots?: readonly Slot[];
  headers?: Record<string, string>;
  /** What it is called, where that is more than its status says. */
  title?: string;
  /** The detail gives our telephone number itself. */
  saysNumber?: boolean;
  /** Where a person may go from here. */
  onward?: Onward;
}

/** A post refused for what is in its fields, each with how to fix it. */
export const toFix = (errors: readonly Fault[]): Refusal => ({
  status: 422,
  detail: 'Fix what is listed and send it again.',
  errors,
});

/** What is to be fixed in one field, which is all there is to say of it. */
export const toFixIn = (fault: Fault): Refusal => ({
  status: 422,
  detail: fault.message,
  errors: [fault],
});

/** What a form sent back lists as to be fixed: its fields' faults or, where no field is at fault, the refusal itself. */
export const faultsIn = ({ errors, detail }: Refusal): readonly Fault[] =>
  errors ?? [{ field: '', message: detail }];

/** What each status is called, on pages and in problem details. */
export const TITLES: Readonly<Record<number, string>> = {
  400: 'We could not read what you sent',
  401: 'This is not signed',
  403: 'This came from another site',
  404: 'We can’t find that page',
  405: 'You cannot do that here',
  409: 'Something has changed since you opened this page',
  413: 'What you sent is too long',
  415: 'We could not read what you sent',
  422: 'There is a problem',
  429: 'Wait a moment before you send this again',
  500: 'Sorry, something went wrong',
  503: 'Sorry, this is not working at the moment',
};

/** A JSON answer that nothing on the way may keep. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...headers,
    },
  });

const slotAnswer = ({ start, end }: Slot) => ({ start: isoInstant(start), end: isoInstant(end) });

/** A refusal as problem details (RFC 9457). */
export const problem = ({ status, title, detail, errors, slots, headers }: Refusal): Response =>
  json(
    {
      type: 'about:blank',
      title: title ?? TITLES[status],
      status,
      detail,
      ...(errors && { errors }),
      ...(slots && { slots: slots.map(slotAnswer) }),
    },
    status,
    { 'content-type': 'application/problem+json', ...headers },
  );

/** Sends a browser on to `location` with GET, after a post. */
export const seeOther = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: {
      location,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
