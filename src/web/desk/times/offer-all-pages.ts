import { CONFLICTING_PATH, timesDonePath } from '#domain/desk/times.ts';
import type { Fault } from '#domain/faults.ts';
import { type OfferAll, OfferAllSchema } from '#domain/offers/offer-all.ts';
import { namingClosed } from '#emails/blocks.ts';
import { readClosedDays } from '#services/availability/line-hours.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import {
  type OfferToAll,
  planInWords,
  readOfferToAll,
  sendToAll,
} from '#services/offers/offer-all.ts';
import { offerWords } from '#services/offers/offer-message.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { keepTyped, postForm } from '../../http/post-form.ts';
import { type Fields, textIn } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { freshWord } from '../cases/action-form.ts';
import { deskPage } from '../desk-page.ts';
import { wordsAlone } from '../offers/words-alone.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { checkOfferAllView, offerAllForm } from './offer-all-view.ts';

const HEADING = 'Offer everyone new times';

/** What the form holds, and what is wrong with it; `ticked` is left out where nobody has ticked anything yet. */
interface FormState {
  ticked?: readonly string[];
  words?: string | undefined;
  once: string | undefined;
  faults: readonly Fault[];
}

async function showForm(c: WebContext, state: FormState, init?: PageInit): Promise<Response> {
  const { app } = c.var;
  const all = await readOfferToAll(app);
  const notYet = all.people.filter(({ call }) => !call.offeredAt).map(({ call }) => call.id);
  const filling = {
    title: state.faults.length > 0 ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: errorSummary(state.faults),
    live: offerAllForm({
      ...all,
      ticked: state.ticked ?? notYet,
      words: state.words,
      once: state.once,
      faults: state.faults,
      now: app.now().getTime(),
    }),
  };
  return deskPage(c, filling, init);
}

/** `/desk/times/stranded/offer/`: everyone whose call cannot take place, with the times each can be offered. */
export const showOfferAll = (c: DeskContext): Promise<Response> =>
  showForm(c, { once: freshWord(c), faults: [] });

/** A form's fields as the schema takes them: one box that is ticked comes alone. */
const fromForm = ({ call, ...fields }: Fields): Fields => ({
  ...fields,
  ...(call !== undefined && { call: [call].flat() }),
});

const textsIn = (value: unknown) => [value].flat().filter((each) => typeof each === 'string');

/** The emails as they will be sent; nothing is. */
async function showEmails(
  c: DeskContext,
  all: OfferToAll,
  { words, once }: OfferAll,
  changed = false,
): Promise<Response> {
  const { app } = c.var;
  const closed = await readClosedDays(app);
  const live = checkOfferAllView({
    emails: all.people.map((person) => ({
      person,
      email: namingClosed(offerWords(app, person.subject, { slots: person.slots, words }), closed),
    })),
    siteName: app.site.settings.identity.name,
    plan: planInWords(all),
    words,
    once,
    now: app.now().getTime(),
    changed,
  });
  const status = changed ? { status: 409 } : {};
  return deskPage(c, { heading: 'Send these emails?', live }, status);
}

const NOBODY: Fault = { field: 'call', message: 'Tick at least one person.' };

const NONE_LEFT: Fault = {
  field: '',
  message: 'None of these calls needs another time any more, or no time is free. Nothing was sent.',
};

const refused = (status: number, fault: Fault): Refusal => ({
  status,
  detail: fault.message,
  errors: [fault],
});

async function take(c: DeskContext, posted: OfferAll): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  const { call, step, seen, words, once } = posted;
  if (step === 'change') return showForm(c, { ticked: call, words, once, faults: [] });
  if (call.length === 0) return refused(422, NOBODY);
  const all = await readOfferToAll(app, call);
  if (all.people.length === 0) return refused(409, NONE_LEFT);
  if (step === 'see') return showEmails(c, all, posted);
  if (planInWords(all) !== seen) return showEmails(c, all, posted, true);
  await sendToAll(app, all, { words, once, staff });
  deliverSoon(app, c.env.context);
  return seeOther(timesDonePath(CONFLICTING_PATH, 'offered'));
}

const ROUTE = {
  schema: OfferAllSchema,
  fromForm,
  formAgain: (c: WebContext, typed: Fields, refusal: Refusal) =>
    showForm(
      c,
      {
        ticked: textsIn(typed['call']),
        words: textIn(typed, 'words'),
        once: textIn(typed, 'once'),
        faults: faultsIn(refusal),
      },
      refusal,
    ),
};

/** Takes what the form holds: the emails as they will be sent, and from there the sending. */
export const takeOfferAll = keepTyped(
  { schema: OfferAllSchema, fromForm, formAgain: wordsAlone },
  withStaff((c) => postForm<OfferAll>(ROUTE, (_, { value }) => take(c, value))(c)),
);
