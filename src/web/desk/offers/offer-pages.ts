import type { Fault } from '#domain/faults.ts';
import { shortList, suggested } from '#domain/offers/offer.ts';
import { daysPage, daysWithTimes } from '#domain/slots/days-to-choose.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '#services/app.ts';
import {
  listTimesToOffer,
  type TimesToOffer,
} from '#services/availability/list-available-slots.ts';
import type { Case } from '#services/cases/case.ts';
import { withClosedDays } from '#services/notifications/line-closures.ts';
import { offerWords } from '#services/offers/offer-message.ts';
import {
  type OfferSubject,
  readSubject,
  type SubjectRead,
} from '#services/offers/offer-recipient.ts';
import type { Offered } from '#services/offers/send-offer.ts';
import type { PageInit } from '../../http/page-shell.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary, type Html } from '../../views/form-view.ts';
import { freshWord } from '../cases/action-form.ts';
import { deskPage } from '../desk-page.ts';
import { noTimesForStaff } from '../no-times-view.ts';
import {
  checkOfferView,
  chooseOfferView,
  noEmailView,
  noOfferView,
  type OfferAbout,
  offerForm,
} from './offer-view.ts';

/** Other times are for a call that is booked. */
const headingOf = (hasCall: boolean) => (hasCall ? 'Offer other times' : 'Offer times');

const queryOf = ({ req }: WebContext) => new URL(req.url).searchParams;

/** The times that can be offered: all that are free, but for the one the call has. None of those that were cancelled for them before is among the unhurried. */
export async function offerable(
  app: App,
  { kind, booking, cancelled }: OfferSubject,
): Promise<TimesToOffer> {
  const { free, unhurried } = await listTimesToOffer(app, kind, booking?.id);
  const others = (slots: readonly Slot[]) => slots.filter(({ start }) => start !== booking?.start);
  return {
    free: others(free),
    unhurried: others(unhurried).filter(({ start }) => !cancelled.has(start)),
  };
}

/** The few times that stand first: such as leave a working day to choose, where there are any. */
function fewOf(app: App, { booking }: OfferSubject, { free, unhurried }: TimesToOffer): Slot[] {
  const about = { call: booking?.start, now: app.now().getTime() };
  return shortList(unhurried.length > 0 ? unhurried : free, about);
}

const aboutOf = (
  app: App,
  { case: { reference }, kind, booking, to }: OfferSubject,
): OfferAbout => ({
  reference,
  kind,
  booking,
  to,
  now: app.now().getTime(),
});

/** What the form holds, and what is wrong with it. */
export interface FormState {
  ticked: readonly number[];
  words?: string | undefined;
  once: string | undefined;
  faults: readonly Fault[];
}

/** The form: a few times first, and behind them the days asked for or else those about the call. */
export async function showForm(
  c: WebContext,
  subject: OfferSubject,
  times: TimesToOffer,
  state: FormState,
  init?: PageInit,
): Promise<Response> {
  const { app } = c.var;
  const { free } = times;
  const starts = new Set(free.map(({ start }) => start));
  const ticked = state.ticked.filter((start) => starts.has(start));
  const near = subject.booking?.start ?? app.now().getTime();
  const few = fewOf(app, subject, times);
  const from = dayFromIso(queryOf(c).get('from') ?? '');
  const more = daysWithTimes(free.filter((slot) => !few.includes(slot)));
  const shown = daysPage(more, from ?? wallClockAt(near).day);
  const heading = headingOf(subject.booking !== undefined);
  const filling = {
    title: state.faults.length > 0 ? `Error: ${heading}` : heading,
    heading,
    above: errorSummary(state.faults),
    live:
      few.length > 0
        ? offerForm({
            ...{ about: aboutOf(app, subject), words: undefined, ...state, ticked, few, shown },
            isTurned: from !== undefined,
          })
        : noTimesForStaff(),
  };
  return deskPage(c, filling, init);
}

/** Why there is no form, or what it would be for. */
function viewOf(app: App, reference: string, read: NotFit): Html {
  if (read.outcome === 'choose') {
    return chooseOfferView(reference, read.calls, app.now().getTime());
  }
  if (read.outcome === 'no-email') return noEmailView(reference, read.phone);
  return noOfferView(WHY[read.outcome], reference);
}

const WHY = {
  quarantined: 'This case is in quarantine. Release it before you write to them.',
  'not-to-come': 'That call has begun, or is cancelled, so it can no longer be moved.',
} as const;

type NotFit = Exclude<SubjectRead, { outcome: 'fit' }>;

/** What stands in the form's place when no times can be offered for what the address says. */
export const showNoForm = (c: WebContext, { reference }: Case, read: NotFit): Promise<Response> =>
  deskPage(
    c,
    {
      heading: headingOf(
        read.outcome === 'choose' ? read.calls.length > 0 : read.outcome === 'not-to-come',
      ),
      live: viewOf(c.var.app, reference, read),
    },
    { status: read.outcome in WHY ? 409 : 200 },
  );

/** The form, with some of the times ticked that stand first. */
export async function showOffer(c: WebContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const read = await readSubject(app, found, queryOf(c));
  if (read.outcome !== 'fit') return showNoForm(c, found, read);
  const times = await offerable(app, read.subject);
  const ticked = suggested(fewOf(app, read.subject, times));
  return showForm(c, read.subject, times, { ticked, once: freshWord(c), faults: [] });
}

/** The email as it will be sent; nothing is. */
export async function showEmail(
  c: WebContext,
  subject: OfferSubject,
  { slots, words, once }: Offered,
): Promise<Response> {
  const { app } = c.var;
  const live = checkOfferView({
    about: aboutOf(app, subject),
    email: await withClosedDays(app, offerWords(app, subject, { slots, words })),
    siteName: app.site.settings.identity.name,
    starts: slots.map(({ start }) => start),
    words,
    once,
  });
  return deskPage(c, { heading: 'Send this email?', live });
}
