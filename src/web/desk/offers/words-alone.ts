import { type Fields, textIn } from '../../http/request-body.ts';
import type { Refusal } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { deskPage } from '../desk-page.ts';
import { notSentView } from './offer-view.ts';

/** The words of an offer shown again by themselves: while the database is away there is no form to show them in. */
export const wordsAlone = (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> =>
  deskPage(
    c,
    { heading: 'Nothing was sent', live: notSentView(refusal.detail, textIn(typed, 'words')) },
    refusal,
  );
