import { flashPath } from '#domain/desk/flash-messages.ts';
import { type Offer, OfferSchema, type OfferStep, offerFault } from '#domain/offers/offer.ts';
import { readStart } from '#domain/time/iso.ts';
import type { TimesToOffer } from '#services/availability/list-available-slots.ts';
import type { Case } from '#services/cases/case.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type OfferSubject, readSubject } from '#services/offers/offer-recipient.ts';
import { sendOffer } from '#services/offers/send-offer.ts';
import { keepTyped, postForm } from '../../http/post-form.ts';
import { type Fields, textIn } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { unlessOnHold } from '../cases/unless-on-hold.ts';
import { withDeskCase } from '../cases/with-desk-case.ts';
import type { DeskContext } from '../with-staff.ts';
import { offerable, showEmail, showForm, showNoForm } from './offer-pages.ts';
import { wordsAlone } from './words-alone.ts';

/** A form's fields as the schema takes them: one box that is ticked comes alone. */
const fromForm = ({ start, ...fields }: Fields): Fields => ({
  ...fields,
  ...(start !== undefined && { start: [start].flat() }),
});

/** The starts that stood ticked, as far as they can be read. */
const tickedIn = (typed: Fields): number[] =>
  [typed['start']].flat().flatMap((start) => {
    const read = readStart(textIn({ start }, 'start') ?? '');
    return read.outcome === 'read' ? [read.at] : [];
  });

/** What a post is about: for what, and which times can be offered for it. */
interface About {
  subject: OfferSubject;
  times: TimesToOffer;
}

const formAgain =
  ({ subject, times }: About) =>
  (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> =>
    showForm(
      c,
      subject,
      times,
      {
        ticked: tickedIn(typed),
        words: textIn(typed, 'words'),
        once: textIn(typed, 'once'),
        faults: faultsIn(refusal),
      },
      refusal,
    );

type Step = (c: DeskContext, about: About, offer: Offer) => Promise<Response | Refusal>;

/** Goes back to the form, or to another week of it. */
const backToForm: Step = (c, { subject, times }, { start, words, once }) =>
  showForm(c, subject, times, { ticked: start, words, once, faults: [] });

/** Goes on with times that are free, or back with what is wrong with them. */
const withFree =
  (
    go: (
      c: DeskContext,
      subject: OfferSubject,
      offered: Parameters<typeof showEmail>[2],
    ) => Promise<Response | Refusal>,
  ): Step =>
  async (c, { subject, times: { free } }, { start, words, once }) => {
    const fault = offerFault(start, free, c.var.app.now().getTime());
    if (fault) {
      const { gone, ...error } = fault;
      return { status: gone ? 409 : 422, detail: error.message, errors: [error] };
    }
    const slots = free.filter((slot) => start.includes(slot.start));
    return go(c, subject, { slots, words, once });
  };

const ERASED: Refusal = {
  status: 409,
  detail: 'This case has been erased meanwhile, so nothing was sent.',
};

/** The call has another time than the email said: it is read again before it goes. */
const movedSince = ({ booking }: OfferSubject, { step, seen }: Offer) =>
  step === 'send' && booking !== undefined && seen !== undefined && seen !== booking.start;

const MOVED: Refusal = {
  status: 409,
  detail:
    'The call has been moved meanwhile, so nothing was sent. Look whether it still needs another time.',
};

const STEPS: Readonly<Record<OfferStep, Step>> = {
  turn: backToForm,
  change: backToForm,
  see: withFree(showEmail),
  send: withFree(async (c, subject, offered) => {
    const sent = await sendOffer(c.var.app, subject, offered, c.var.staff);
    if (!sent) return ERASED;
    deliverSoon(c.var.app, c.env.context);
    return seeOther(flashPath(subject.case.reference, 'offered'));
  }),
};

async function takePosted(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const read = await readSubject(app, found, new URL(req.url).searchParams);
  if (read.outcome !== 'fit') return showNoForm(c, found, read);
  const about = { subject: read.subject, times: await offerable(app, read.subject) };
  return postForm<Offer>(
    { schema: OfferSchema, fromForm, formAgain: formAgain(about) },
    async (_, { value }) =>
      movedSince(about.subject, value) ? MOVED : STEPS[value.step](c, about, value),
  )(c);
}

/** Takes what the form holds: another week, the email as it will be sent, and from there the sending. */
export const takeOffer = keepTyped(
  { schema: OfferSchema, fromForm, formAgain: wordsAlone },
  withDeskCase(unlessOnHold(takePosted)),
);
