import type { App } from '#services/app.ts';
import { openSession } from '#services/desk/session.ts';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { postForm, postJson } from '../support/requests.ts';
import { ask as askApp } from '../support/server-app.ts';

/** What one person was answered. */
export interface Answer {
  status: number;
  booking?: string;
  start?: string;
  slots?: unknown[];
}

const ROUTES = ['/api/callbacks', '/api/discovery-calls'] as const;

const post = (path: string, body: unknown) => askApp(publicApp, postJson(path, body));

const read = async (response: Response): Promise<Answer> => ({
  ...((await response.json()) as object),
  status: response.status,
});

/** A discovery call somebody asks for, in full; gives the reference of its case. */
export async function askFor(body: unknown): Promise<Answer & { reference: string }> {
  const response = await post('/api/discovery-calls', body);
  const answer = (await read(response)) as Answer & { reference?: string };
  return { ...answer, reference: answer.reference ?? '' };
}

/** Person number `index` asks for `start`: the even ones for a callback, the odd for a discovery call. */
export async function ask(index: number, start: string): Promise<Answer> {
  const path = ROUTES[index % 2 === 0 ? 0 : 1];
  const body = makeDiscoveryCall({
    start,
    name: `Person ${index}`,
    email: `person-${index}@example.org`,
  });
  return read(await post(path, body));
}

const at = (booking: string, act: string) => `/api/bookings/${booking}/${act}`;

export const move = async (booking: string, start: string): Promise<Answer> =>
  read(await post(at(booking, 'reschedule'), { start }));

export const giveBack = async (booking: string): Promise<Answer> =>
  read(await post(at(booking, 'cancel'), {}));

/** Presses a button of the desk, as somebody of the staff who is signed in; gives where it leads. */
export type PressAtDesk = (
  path: string,
  values?: Record<string, string>,
) => Promise<{ status: number; location: string }>;

/** Signs somebody of the staff in, who then presses what they are told to. */
export async function pressAtDesk(app: App): Promise<PressAtDesk> {
  const staff = app.environment.STAFF_EMAIL[0] ?? '';
  const token = await app.database.transaction((tx) => openSession(app, tx, staff));
  const cookie = `__Host-desk=${token}`;
  return async (path, values = {}) => {
    const answer = await askApp(deskApp, postForm(path, values, { cookie }));
    return { status: answer.status, location: answer.headers.get('location') ?? '' };
  };
}

/** How many of some answers had each status: `{ 201: 1, 409: 499 }`. */
export function tally(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** How many pairs of calls one person would have to take at once: looked for the plain way, by times and lines. */
export async function overlaps({ database }: App): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM bookings a JOIN bookings b
       ON a.id < b.id AND a.line = b.line AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
     WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL`,
  );
  return row?.n ?? -1;
}

/** The most calls that take place at any one moment. */
export async function mostAtOnce({ database }: App): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `SELECT coalesce(max(n), 0)::int AS n FROM (
       SELECT (SELECT count(*) FROM bookings b
         WHERE b.cancelled_at IS NULL AND b.starts_at <= a.starts_at AND a.starts_at < b.ends_at) AS n
       FROM bookings a WHERE a.cancelled_at IS NULL) AS moments`,
  );
  return row?.n ?? -1;
}

/** Empties the calendar. */
export const clear = ({ database }: App): Promise<unknown> =>
  database.query(
    'TRUNCATE cases, limit_uses, messages, narrowings, desk_links, desk_sessions, audit CASCADE',
  );
