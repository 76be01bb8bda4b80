import type { Config } from '@netlify/functions';
import { TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import { blockById, removeBlock } from '#services/availability/block-service.ts';
import { handler } from '../../http/handler.ts';
import { seeOther } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { removeBlockView } from './times-view.ts';

const GONE = timesDonePath(TIMES_PATH, 'unblocked-before');

const idIn = ({ context }: DeskCall) => context.params['id'] ?? '';

async function showRemove(call: DeskCall): Promise<Response> {
  const { app } = call;
  const block = await blockById(app, idIn(call));
  if (!block) return seeOther(GONE);
  const live = removeBlockView(block, app.now().getTime());
  return deskPage(call, { heading: 'Remove this block?', live });
}

async function remove(call: DeskCall): Promise<Response> {
  const removed = await removeBlock(call.app, idIn(call), call.staff);
  return seeOther(removed ? timesDonePath(TIMES_PATH, 'unblocked') : GONE);
}

/** `/desk/times/blocks/{id}/remove/`: what removing a block changes, and then its removal. */
export default handler({ GET: withStaff(showRemove), POST: withStaff(remove) });

export const config: Config = {
  path: ['/desk/times/blocks/:id/remove', '/desk/times/blocks/:id/remove/'],
};
