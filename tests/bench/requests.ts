import { publicApp } from '#web/public-app.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postJson } from '../support/requests.ts';
import { ask } from '../support/server-app.ts';
import { measure } from './measure.ts';

const POSTS = 300;

async function body<Body>(response: Response, status: number): Promise<Body> {
  if (response.status !== status) {
    throw new Error(`${response.status}, not ${status}: ${await response.text()}`);
  }
  return (await response.json()) as Body;
}

/** One `GET /api/slots` for every day that can be booked, read to its end. */
export const askForSlots = async (): Promise<{ slots: { start: string }[] }> =>
  body(await ask(publicApp, get('/api/slots?kind=callback')), 200);

/** What saving an enquiry costs; each is a person of their own, so that none is a repeat. */
export const measureEnquiries = (): Promise<number[]> =>
  measure(POSTS, async (run) => {
    const enquiry = makeEnquiry({ name: `Person ${run}` });
    return body(await ask(publicApp, postJson('/api/enquiries', enquiry)), 201);
  });

/** What booking a callback costs, with the messages it causes; the times go round those that are free. */
export async function measureCallbacks(): Promise<number[]> {
  const times = (await askForSlots()).slots.map(({ start }) => start);
  return measure(POSTS, async (run) => {
    const start = times[run % times.length];
    const phone = `01632 960${String(run % 1000).padStart(3, '0')}`;
    const email = `person-${run}@example.org`;
    const call = makeCallback({ start, name: `Person ${run}`, email, phone });
    return body(await ask(publicApp, postJson('/api/callbacks', call)), 201);
  });
}
