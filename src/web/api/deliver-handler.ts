import { deliverTheRest } from '#services/notifications/deliver-soon.ts';
import { isHandOnTicket } from '#services/notifications/hand-on.ts';
import { refuse } from '../http/refuse.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

const UNSIGNED = {
  status: 401,
  detail: 'This site alone asks for its mail to be delivered, with a ticket of its own.',
} as const;

/** `POST /api/deliver`: a run of delivery whose time was over hands on what is left. */
export async function takeDelivery(c: WebContext): Promise<Response> {
  const { app } = c.var;
  const [, ticket = ''] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  if (!isHandOnTicket(app, ticket)) return refuse(c.req.raw, UNSIGNED);
  deliverTheRest(app, c.env.context);
  return json({ delivering: true }, 202);
}
