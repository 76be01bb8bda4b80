import { publicApp } from '#web/public-app.ts';
import { call } from './app.ts';
import { type BookedAnswer, keyIn } from './bookings.ts';
import { type PageRead, readPage } from './read-page.ts';
import { get, postForm } from './requests.ts';

/** The page behind the key of a case. */
export const showCase = async (key: string) =>
  readPage(await call(publicApp, get(`/your-enquiry/${key}/`)));

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
  return {
    path,
    showMove: async (query = '') =>
      readPage(await call(publicApp, get(`${path}reschedule/${query}`))),
    move: (values: Record<string, string>) =>
      call(publicApp, postForm(`${path}reschedule/`, values)),
    showCorrect: async () => readPage(await call(publicApp, get(`${path}correct/`))),
    correct: (values: Record<string, string>) =>
      call(publicApp, postForm(`${path}correct/`, values)),
    showCancel: async () => readPage(await call(publicApp, get(`${path}cancel/`))),
    cancel: () => call(publicApp, postForm(`${path}cancel/`, {})),
  };
};
