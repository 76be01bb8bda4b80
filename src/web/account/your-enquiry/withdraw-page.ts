import { type Case, pathOf } from '#services/cases/case.ts';
import { withdrawCase } from '#services/cases/erase-case.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { page } from '../../http/page-shell.ts';
import type { WebContext } from '../../http/web-app.ts';
import { withdrawnView, withdrawView } from './your-enquiry-view.ts';

/** `/your-enquiry/{case}/withdraw/`: what will happen, and then the withdrawal itself. */
export function showWithdraw({ var: { app } }: WebContext, found: Case): Promise<Response> {
  const title = 'Withdraw and erase what you sent?';
  const live = withdrawView({ reference: found.reference, path: pathOf(app, found) });
  return page(app.site, 'notice', { title, heading: title, live });
}

export async function withdraw(c: WebContext, found: Case): Promise<Response> {
  await withdrawCase(c.var.app, found);
  deliverSoon(c.var.app, c.env.context);
  const title = 'What you sent is erased';
  const live = withdrawnView(found.reference);
  return page(c.var.app.site, 'notice', { title, heading: title, live });
}
