import { counted } from '#domain/count-words.ts';
import { requestsInShort } from '#domain/desk/data-request.ts';
import { byFollowUp, type Digest } from '#domain/desk/digest.ts';
import { DESK_PATH } from '#domain/desk/paths.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import { calls, clockAt, conflicting } from './digest-calls.ts';
import { monthOf, numbers } from './digest-numbers.ts';
import { complaints, onHold, quarantined, requests, undelivered } from './digest-other-parts.ts';
import { followUps, fresh, offered, waiting } from './digest-waiting.ts';
import type { EmailWords } from './email-words.ts';

function inShort(digest: Digest): string {
  const { due, others } = byFollowUp(digest.waiting);
  const counts: [number, string][] = [
    [digest.complaints.length, counted(digest.complaints.length, 'complaint')],
    [digest.requests.length, requestsInShort(digest.requests, wallClockAt(digest.now).day)],
    [digest.conflicting.length, `${digest.conflicting.length} to move`],
    [digest.undelivered.length, `${digest.undelivered.length} not delivered`],
    [digest.fresh.length, `${digest.fresh.length} new`],
    [due.length, `${due.length} to follow up`],
    [others.length, `${others.length} waiting`],
    [digest.calls.length, counted(digest.calls.length, 'call')],
    [digest.holds.length, `${digest.holds.length} on hold to look at`],
    [digest.quarantined.references.length, `${digest.quarantined.references.length} in quarantine`],
  ];
  const short = counts.filter(([count]) => count > 0).map(([, words]) => words);
  if (short.length === 0 && digest.month) return `the numbers of ${monthOf(digest.month)}`;
  return short.join(', ');
}

/**
 * To staff, each working day: which complaints are open, how many requests about data are, which calls cannot take place, what did not arrive, what is new, what waits, today's calls,
 * what is in quarantine. Its addresses open nothing without signing in, so quoting it gives nothing away.
 */
export function digestEmail(digest: Digest): EmailWords {
  const { day } = wallClockAt(digest.now);
  const short = inShort(digest);
  return {
    subject: `${dayInWords(day, day)}: ${short}`,
    preview: digest.calls[0]
      ? `The first call is at ${clockAt(digest.calls[0].start)}.`
      : 'No calls are booked for today.',
    blocks: [
      ...complaints(digest),
      ...requests(digest),
      ...conflicting(digest),
      ...undelivered(digest),
      ...fresh(digest),
      ...followUps(digest),
      ...waiting(digest),
      ...calls(digest),
      ...onHold(digest),
      ...offered(digest),
      ...quarantined(digest),
      ...numbers(digest),
      { kind: 'link', label: 'Open the desk', href: digest.site + DESK_PATH },
    ],
  };
}
