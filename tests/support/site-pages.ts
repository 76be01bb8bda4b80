import { publicApp } from '#web/public-app.ts';
import { call } from './app.ts';
import { readPage } from './read-page.ts';
import { get, postForm } from './requests.ts';

type Kind = 'callback' | 'discovery-call';

/** A page of one kind of call, as its address asks for it. */
export const showCallPage = async (kind: Kind, query = '') =>
  readPage(await call(publicApp, get(`/${kind}/${query}`)));

/** The page that answers what is posted to the page of one kind of call. */
export const postCallPage = async (kind: Kind, values: Record<string, unknown>, query = '') =>
  readPage(await call(publicApp, postForm(`/${kind}/${query}`, values as Record<string, string>)));

/** The query of a page on which a time has been chosen. */
export const withStart = (start: string) => `?${new URLSearchParams({ start })}`;
