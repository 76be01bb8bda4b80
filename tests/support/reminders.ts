import jobRemind from '../../netlify/functions/job-remind.ts';
import { call, type TestApp } from './app.ts';
import { bookDiscoveryCall, booked, mailTo } from './bookings.ts';
import { makeDiscoveryCall } from './make-call.ts';
import { get } from './requests.ts';

/** A discovery call on Monday 30 November, 11am, booked on Tuesday 24. */
export const bookMonday = async () =>
  booked(await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-30T11:00:00+00:00' })));

/** The subject of its reminder. */
export const MONDAY = 'Reminder of your discovery call: Monday 30 November, 11am';

/** The reminders of a test's app: when their schedule runs, and what has gone out. */
export function remindersOf(t: TestApp) {
  const reminders = () =>
    mailTo(t, 'person@example.org').filter(({ subject }) => subject.startsWith('Reminder'));
  return {
    reminders,
    subjects: () => reminders().map(({ subject }) => subject),
    /** Runs the schedule at an instant, as Netlify would. */
    async runAt(instant: string): Promise<string> {
      t.setNow(instant);
      return (await call(jobRemind, get('/'))).text();
    },
  };
}
