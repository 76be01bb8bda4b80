import { TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import { blockById, removeBlock } from '#services/availability/block-service.ts';
import { seeOther } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { removeBlockView } from './times-view.ts';

const GONE = timesDonePath(TIMES_PATH, 'unblocked-before');

const idIn = ({ req }: DeskContext) => req.param('id') ?? '';

/** `/desk/times/blocks/{id}/remove/`: what removing a block changes, and then its removal. */
export async function showRemoveBlock(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const block = await blockById(app, idIn(c));
  if (!block) return seeOther(GONE);
  const live = removeBlockView(block, app.now().getTime());
  return deskPage(c, { heading: 'Remove this block?', live });
}

export async function takeRemoval(c: DeskContext): Promise<Response> {
  const removed = await removeBlock(c.var.app, idIn(c), c.var.staff);
  return seeOther(removed ? timesDonePath(TIMES_PATH, 'unblocked') : GONE);
}
