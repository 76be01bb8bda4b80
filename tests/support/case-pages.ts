import cancelPage from '#web/account/your-enquiry/cancel-call-routes.ts';
import correctPage from '#web/account/your-enquiry/correct-call-routes.ts';
import movePage from '#web/account/your-enquiry/reschedule-routes.ts';
import yourEnquiry from '#web/account/your-enquiry/your-enquiry-routes.ts';
import { call } from './app.ts';
import { type BookedAnswer, keyIn } from './bookings.ts';
import { type PageRead, readPage } from './read-page.ts';
import { get, postForm } from './requests.ts';

/** The page behind the key of a case. */
export const showCase = async (key: string) =>
  readPage(await call(yourEnquiry, get(`/your-enquiry/${key}/`), { case: key }));

/** What each item says, white space as one space. */
export const list = ({ $ }: PageRead, selector: string) =>
  $(selector)
    .toArray()
    .map((item) => $(item).text().replace(/\s+/g, ' ').trim());

/** The states that a page says things are in, in order. */
export const statesIn = ({ $ }: PageRead) =>
  $('[data-state]')
    .toArray()
    .map((said) => $(said).attr('data-state'));

/** The pages below a call of a case: shown, and posted to as a browser would. */
export const below = ({ link, booking }: Pick<BookedAnswer, 'link' | 'booking'>) => {
  const key = keyIn(link);
  const path = `/your-enquiry/${key}/bookings/${booking}/`;
  const params = { case: key, booking };
  return {
    path,
    showMove: async (query = '') =>
      readPage(await call(movePage, get(`${path}reschedule/${query}`), params)),
    move: (values: Record<string, string>) =>
      call(movePage, postForm(`${path}reschedule/`, values), params),
    showCorrect: async () => readPage(await call(correctPage, get(`${path}correct/`), params)),
    correct: (values: Record<string, string>) =>
      call(correctPage, postForm(`${path}correct/`, values), params),
    showCancel: async () => readPage(await call(cancelPage, get(`${path}cancel/`), params)),
    cancel: () => call(cancelPage, postForm(`${path}cancel/`, {}), params),
  };
};
