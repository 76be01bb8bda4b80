import callback from '#web/public/calls/callback-routes.ts';
import discoveryCall from '#web/public/calls/discovery-call-routes.ts';
import { call } from './app.ts';
import { readPage } from './read-page.ts';
import { get, postForm } from './requests.ts';

const PAGES = { callback, 'discovery-call': discoveryCall };

type Kind = keyof typeof PAGES;

/** A page of one kind of call, as its address asks for it. */
export const showCallPage = async (kind: Kind, query = '') =>
  readPage(await call(PAGES[kind], get(`/${kind}/${query}`)));

/** The page that answers what is posted to the page of one kind of call. */
export const postCallPage = async (kind: Kind, values: Record<string, unknown>, query = '') =>
  readPage(
    await call(PAGES[kind], postForm(`/${kind}/${query}`, values as Record<string, string>)),
  );

/** The query of a page on which a time has been chosen. */
export const withStart = (start: string) => `?${new URLSearchParams({ start })}`;
