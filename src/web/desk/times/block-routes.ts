import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { withStaff } from '../with-staff.ts';
import { showBlockForm, takeBlock } from './block-pages.ts';

/** `/desk/times/block/`: the form, then what it changes and which calls it strands, then the block. */
export default handler({ GET: withStaff(showBlockForm), POST: takeBlock });

export const config: Config = { path: ['/desk/times/block', '/desk/times/block/'] };
