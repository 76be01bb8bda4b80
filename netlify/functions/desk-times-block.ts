import type { Config } from '@netlify/functions';
import { showBlockForm, takeBlock } from '../lib/blocks/block-pages.ts';
import { withStaff } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

/** `/desk/times/block/`: the form, then what it changes and which calls it strands, then the block. */
export default handler({ GET: withStaff(showBlockForm), POST: takeBlock });

export const config: Config = { path: ['/desk/times/block', '/desk/times/block/'] };
