import type { Outcome } from '#domain/desk/outcomes.ts';
import jobDigest from '../../netlify/functions/job-digest.ts';
import { call, type TestApp } from './app.ts';
import { mailTo } from './bookings.ts';
import { noteOutcome } from './note-outcome.ts';
import { get } from './requests.ts';

/** The digests of a test's app: when their schedule runs, what they say, and what empties them. */
export function digestsOf(t: TestApp) {
  const digests = () =>
    mailTo(t, 'staff@example.org').filter(({ subject }) =>
      /^(Mon|Tues|Wednes|Thurs|Fri)day/.test(subject),
    );
  const latest = () => digests().at(-1)?.text ?? '';
  return {
    digests,
    latest,
    /** Runs the schedule at an instant, as Netlify would. */
    async runAt(instant: string): Promise<string> {
      t.setNow(instant);
      return (await call(jobDigest, get('/'))).text();
    },
    /** The part of the latest digest below a heading, or nothing. */
    below: (heading: string) =>
      new RegExp(
        `^${heading}\\n-+\\n\\n([\\s\\S]*?)(?=\\n\\n[^\\n]+\\n---|\\n\\nOpen the desk: )`,
        'm',
      ).exec(latest())?.[1],
    /** Has staff note an outcome at a case, now. */
    note: (reference: string, outcome: Outcome) => noteOutcome(t, reference, outcome),
  };
}
