import { html } from 'hono/html';
import { type CaseFilter, casesAddress } from '#domain/desk/cases-query.ts';
import type { Caller } from '#domain/desk/digest.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import type { Html } from '../../views/form-view.ts';
import { personOf } from '../cases/cases-view.ts';

/** More would push what stands below them out of sight. */
export const MOST_SHOWN = 50;

/** Who a case is from, as the link to it. */
export const nameLink = (caller: Caller): Html =>
  html`<a href="${deskCasePath(caller.reference)}">${personOf({ name: caller.name, organisation: caller.organisation })}</a>`;

/** The reference of a case, and who of the staff sees to it. */
export const refOf = ({ reference, owner }: Pick<Caller, 'reference' | 'owner'>): Html =>
  html`<span class="case-ref"><span class="visually-hidden">Reference </span>${reference}</span>${owner === undefined ? '' : html` <span class="case-owner">${owner} sees to it</span>`}`;

/** One entry: what it is found by, whose it is, and what there is to know. */
export const entry = (
  key: Html | string,
  who: Html | string,
  said: readonly (Html | string)[],
): Html =>
  html`<li><p class="waits-key">${key}</p>${who ? html`<p>${who}</p>` : ''}${said.map((line) => html`<p class="waits-said">${line}</p>`)}</li>`;

/** One part of the page, below a heading that the line at the top leads to. */
export interface Part {
  id: string;
  heading: string;
  /** How the line at the top of the page counts it; undefined when there is nothing of it. */
  short: string | undefined;
  /** It is told of though nothing of it is to be done now, and so the line at the top does not count it. */
  ahead?: boolean;
  /** It cannot wait for its turn. */
  pressing?: boolean;
  body: Html;
}

export const list = (entries: readonly Html[]): Html => html`<ul class="waits">${entries}</ul>`;

/** Leads on to the list that holds what is left out here. */
export const theRest = (more: number, filter: CaseFilter): Html =>
  html`<p><a href="${casesAddress({ q: '', filter, start: 'first' })}">And ${more} more</a></p>`;
