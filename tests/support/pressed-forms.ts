import correctPage from '#web/account/your-enquiry/correct-routes.ts';
import callbacks from '#web/api/callbacks-routes.ts';
import enquiries from '#web/api/enquiries-routes.ts';
import { call, type TestApp } from './app.ts';
import { bookCallback, booked } from './bookings.ts';
import { below } from './case-pages.ts';
import { signIn } from './desk.ts';
import { deskOf, sendEnquiry } from './desk-cases.ts';
import { makeCallback } from './make-call.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { openCase } from './opened-case.ts';
import { postForm } from './requests.ts';

type Values = Record<string, string>;

/** A form that is about to be sent: what stands in it, and its button. */
export interface ReadyForm {
  values: Values;
  press(values: Values): Promise<Response>;
}

/** One thing that people or staff do by a form. */
export interface PressedForm {
  name: string;
  /** Whether it comes back with what was typed when it cannot be saved; others have nothing typed in them. */
  comesBack: boolean;
  /** What the person's own page says is so afterwards; undefined for a form of the desk. */
  state: string | undefined;
  /** Brings about what has to be there before, and gives the form. */
  prepare(t: TestApp): Promise<ReadyForm>;
}

const FORM = 'AAAAAAAAAAAAAAAAAAAAAA';
const WORDS = 'Words of a person';

/** What is typed into the forms that take words, in a field that any of them has. */
export const TYPED_WORDS = WORDS;

const typed = (values: Record<string, unknown>) => values as Values;

/** A callback that was booked, and the pages below it. */
const bookedCall = async () =>
  below(await booked(await bookCallback(makeCallback({ email: 'person@example.org' }))));

/** Every kind of form that saves something, as a browser posts it. */
export const PRESSED_FORMS: readonly PressedForm[] = [
  {
    name: 'an enquiry',
    comesBack: true,
    state: 'enquiry-saved',
    prepare: async () => ({
      values: typed(makeEnquiry({ interests: 'groups', message: WORDS, form: FORM })),
      press: (values) => call(enquiries, postForm('/api/enquiries', values)),
    }),
  },
  {
    name: 'a callback',
    comesBack: true,
    state: 'call-booked',
    prepare: async () => ({
      values: typed(makeCallback({ email: 'person@example.org', topic: WORDS, form: FORM })),
      press: (values) => call(callbacks, postForm('/api/callbacks', values)),
    }),
  },
  {
    name: 'a move',
    comesBack: false,
    state: 'call-moved',
    async prepare() {
      const { move } = await bookedCall();
      return { values: { start: '2026-11-26T15:00:00+00:00' }, press: move };
    },
  },
  {
    name: 'a cancellation',
    comesBack: false,
    state: 'call-cancelled',
    async prepare() {
      const { cancel } = await bookedCall();
      return { values: {}, press: cancel };
    },
  },
  {
    name: 'a correction',
    comesBack: true,
    state: 'enquiry-saved',
    async prepare() {
      const { path, params } = await openCase();
      return {
        values: typed(makeEnquiry({ interests: 'groups', message: WORDS })),
        press: (values) => call(correctPage, postForm(`${path}correct/`, values), params),
      };
    },
  },
  {
    name: 'an outcome at the desk',
    comesBack: true,
    state: undefined,
    async prepare(t) {
      const { reference } = await sendEnquiry();
      const about = deskOf(await signIn(t)).about(reference);
      return {
        values: { outcome: 'left-a-message', words: WORDS, once: 'one-showing' },
        press: (values) => about.act('outcome', values),
      };
    },
  },
];
