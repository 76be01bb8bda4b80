import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { helpView } from './help-view.ts';

/** `/desk/help/`: how the desk works, on one screen. */
export const showHelp = (c: DeskContext): Promise<Response> =>
  deskPage(c, { heading: 'How the desk works', live: helpView() });
