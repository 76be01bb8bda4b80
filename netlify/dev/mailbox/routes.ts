import { acceptEmail } from './accept.ts';
import type { Context, Incoming, Parts } from './context.ts';
import { clearInbox, readFaults, report, setFaults } from './control.ts';
import { inboxPage } from './inbox-page.ts';
import { messagePage } from './message-page.ts';
import { stylesheet } from './page.ts';
import { listEmails, readAttachment, readEmail, readHtml, readRaw } from './read.ts';
import { type Reply, refuse } from './reply.ts';

type Handler = (context: Context) => Reply | Promise<Reply>;
type Handlers = Partial<Record<'GET' | 'POST', Handler>>;

const ID = '(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';
const ROUTES: readonly [RegExp, Handlers][] = [
  [/^\/$/, { GET: inboxPage }],
  [/^\/inbox\.css$/, { GET: stylesheet }],
  [/^\/inbox\/clear$/, { POST: clearInbox }],
  [new RegExp(`^/inbox/${ID}$`), { GET: messagePage }],
  [/^\/emails$/, { GET: listEmails, POST: acceptEmail }],
  [new RegExp(`^/emails/${ID}$`), { GET: readEmail }],
  [new RegExp(`^/emails/${ID}/raw$`), { GET: readRaw }],
  [new RegExp(`^/emails/${ID}/html$`), { GET: readHtml }],
  [new RegExp(`^/emails/${ID}/attachments/(?<n>\\d{1,3})$`), { GET: readAttachment }],
  [new RegExp(`^/emails/${ID}/events$`), { POST: report }],
  [/^\/faults$/, { GET: readFaults, POST: setFaults }],
];

/** Answers a request: 501 for what this mailbox is not, 405 for another method. */
export function dispatch(request: Incoming, mailbox: Parts): Reply | Promise<Reply> {
  for (const [path, handlers] of ROUTES) {
    const match = path.exec(request.url.pathname);
    if (match) return handle(handlers, { request, params: { ...match.groups }, mailbox });
  }
  return refuse(501, 'not_implemented', `The local mailbox has no ${request.url.pathname}.`);
}

function handle(handlers: Handlers, context: Context): Reply | Promise<Reply> {
  const { method } = context.request;
  const handler = method === 'POST' ? handlers.POST : isRead(method) ? handlers.GET : undefined;
  if (handler) return handler(context);
  const allow = Object.keys(handlers).join(', ');
  return refuse(405, 'method_not_allowed', `Use ${allow}.`, { allow });
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
