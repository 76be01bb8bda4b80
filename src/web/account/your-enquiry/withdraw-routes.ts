import type { Config } from '@netlify/functions';
import { type Case, pathOf } from '#services/cases/case.ts';
import { withdrawCase } from '#services/cases/erase-case.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Call, handler } from '../../http/handler.ts';
import { page } from '../../http/page-shell.ts';
import { withCase } from '../with-case.ts';
import { withdrawnView, withdrawView } from './your-enquiry-view.ts';

function showWithdraw({ app }: Call, found: Case): Promise<Response> {
  const title = 'Withdraw and erase what you sent?';
  const live = withdrawView({ reference: found.reference, path: pathOf(app, found) });
  return page(app.site, 'notice', { title, heading: title, live });
}

async function withdraw(call: Call, found: Case): Promise<Response> {
  await withdrawCase(call.app, found);
  deliverSoon(call);
  const title = 'What you sent is erased';
  const live = withdrawnView(found.reference);
  return page(call.app.site, 'notice', { title, heading: title, live });
}

/** `/your-enquiry/{case}/withdraw/`: what will happen, and then the withdrawal itself. */
export default handler({ GET: withCase(showWithdraw), POST: withCase(withdraw) });

export const config: Config = {
  path: ['/your-enquiry/:case/withdraw', '/your-enquiry/:case/withdraw/'],
};
