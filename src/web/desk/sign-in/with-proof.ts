import { onwardOf } from '#domain/desk/sign-in.ts';
import { hasPasskey } from '#services/desk/passkeys.ts';
import { needsPasskey } from '#services/desk/second-factor.ts';
import { hasFreshProof } from '#services/desk/session.ts';
import { tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { proofView } from './proof-view.ts';

/** Where somebody goes on to once they have proved who they are; for a file, the page that offers it. */
const onwardAfter = (path: string) =>
  onwardOf(`${path.replace(/[^/]+\.csv$/, '').replace(/\/$/, '')}/`);

/**
 * A response for staff who have signed in within the last half hour. Everybody else is asked to prove again who they
 * are: an unlocked screen, or a cookie that got away, is not enough to take everybody’s data or to destroy it. A post
 * does nothing then. `onward` is where the address itself is no page.
 */
export const withProof =
  <More extends readonly unknown[]>(
    respond: (c: DeskContext, ...more: More) => Promise<Response>,
    onward?: string,
  ) =>
  async (c: DeskContext, ...more: More): Promise<Response> => {
    const { app, staff } = c.var;
    if (await hasFreshProof(app, tokenOf(c))) return respond(c, ...more);
    const isPost = c.req.method === 'POST';
    const live = proofView({
      staff,
      onward: onward ?? onwardAfter(c.req.path),
      isPost,
      hasPasskey: await hasPasskey(app, staff),
      byEmail: !(await needsPasskey(app, app.database, staff)),
    });
    return deskPage(c, { heading: 'Show that it is you', live }, { status: isPost ? 401 : 200 });
  };
