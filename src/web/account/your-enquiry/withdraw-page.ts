import { type Case, pathOf } from '#services/cases/case.ts';
import { withdrawCase } from '#services/cases/erase-case.ts';
import { isOnHold } from '#services/desk/hold.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { page } from '../../http/page-shell.ts';
import { refuse } from '../../http/refuse.ts';
import type { WebContext } from '../../http/web-app.ts';
import { whatWasKept, withdrawnView, withdrawView } from './your-enquiry-view.ts';

/** `/your-enquiry/{case}/withdraw/`: what will happen, and then the withdrawal itself. */
export async function showWithdraw(c: WebContext, found: Case): Promise<Response> {
  const { app } = c.var;
  if (await isOnHold(app.database, found.id)) return showStays(c, found);
  const { reference, byHand } = found;
  const title = byHand ? 'Erase what we wrote down for you?' : 'Withdraw and erase what you sent?';
  const live = withdrawView({ reference, byHand, path: pathOf(app, found) });
  return page(app.site, 'message-page', { title, heading: title, live });
}

/** A case on hold is kept, for a reason its person was told of. */
const showStays = ({ req, var: { app } }: WebContext, found: Case): Promise<Response> =>
  refuse(req.raw, {
    status: 409,
    title: 'We cannot erase this just now',
    detail: `We are keeping what ${whatWasKept(found)} for now, and are not using it. Ring us, and we will tell you why and for how long.`,
    onward: { href: pathOf(app, found), label: 'Go to your own page' },
  });

export async function withdraw(c: WebContext, found: Case): Promise<Response> {
  if ((await withdrawCase(c.var.app, found)) === 'stays') return showStays(c, found);
  deliverSoon(c.var.app, c.env.context);
  const title = `What ${whatWasKept(found)} is erased`;
  const live = withdrawnView(found);
  return page(c.var.app.site, 'message-page', { title, heading: title, live });
}
