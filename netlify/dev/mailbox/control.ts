import * as z from 'zod';
import { type Context, readJson } from './context.ts';
import { FaultsSchema } from './faults.ts';
import { EVENT_TYPES } from './message.ts';
import { ofMessage } from './read.ts';
import { json, type Reply, refuse } from './reply.ts';

/** The body of `POST /emails/{id}/events`: `copies` sends the same report again, `created_at` says when it happened. */
const ReportSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  copies: z.int().min(1).max(10).default(1),
  created_at: z.iso.datetime().optional(),
});

/** `POST /emails/{id}/events`: records an event and reports it; `{ id, statuses }`, a status for each copy. */
export const report = ofMessage(async (message, { request, mailbox }) => {
  const body = ReportSchema.safeParse(readJson(request));
  if (!body.success) return refuse(422, 'validation_error', z.prettifyError(body.error));
  const { type, copies, created_at } = body.data;
  const event = mailbox.store.record(message, type, created_at);
  const statuses = [];
  for (let copy = 0; mailbox.webhook && copy < copies; copy++) {
    statuses.push(await mailbox.webhook.send(message, event));
  }
  return json({ id: event.id, statuses });
});

/** `GET /faults`: what is still to go wrong. */
export function readFaults({ mailbox }: Context): Reply {
  return json(mailbox.faults.state);
}

/** `POST /faults`: sets what is to go wrong (`FaultsSchema`), and answers it. */
export function setFaults({ request, mailbox }: Context): Reply {
  const body = FaultsSchema.safeParse(readJson(request));
  if (!body.success) return refuse(422, 'validation_error', z.prettifyError(body.error));
  mailbox.faults.set(body.data);
  return json(mailbox.faults.state);
}

/** `POST /inbox/clear`: forgets every message, and goes back to the inbox. */
export function clearInbox({ mailbox }: Context): Reply {
  mailbox.store.clear();
  return { status: 303, headers: { location: '/' }, body: '' };
}
