import { hoursInWords } from '#domain/hours/words.ts';
import type { App } from '#services/app.ts';
import type { OverLimit } from '#services/limits/call-budget.ts';
import type { Refusal } from './responses.ts';

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

const WHY: Readonly<Record<OverLimit['limit'], (changes: number) => string>> = {
  email: () => 'No more calls can be booked here with this email address at the moment.',
  telephone: () => 'No more calls can be booked here with this telephone number at the moment.',
  connection: () => 'As many calls as can be booked here in a day have come from your connection.',
  moves: (changes) =>
    `This call has been moved ${times(changes)} in a day, and cannot be moved again here yet.`,
  corrections: (changes) =>
    `The details of this call have been corrected ${times(changes)} in a day, and cannot be corrected again here yet.`,
};

/** "Ring us on 01632 960000, Monday to Friday, 9am to 6pm" */
export const ringUs = ({ site }: App): string =>
  `Ring us on ${site.settings.line.phone}, ${hoursInWords(site.settings.line.hours)}`;

/** What somebody is told whose call is over a limit: to ring, since staff can do at the desk what cannot be done here. */
export function limitRefusal(app: App, { limit, retryAfter }: OverLimit): Refusal {
  const changes = app.site.settings.limits['changes-of-a-call-a-day'];
  return {
    status: 429,
    title: 'Please ring us about this call',
    detail: `${WHY[limit](changes)} ${ringUs(app)}, and we will arrange it with you.`,
    saysNumber: true,
    ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
  };
}
