import { type CaseListed, findPage } from '#data/case-list-repository.ts';
import { newestFound } from '#data/search-repository.ts';
import type { CasesQuery } from '#domain/desk/cases-query.ts';
import { soughtIn } from '#domain/search/query.ts';
import type { App } from '../app.ts';
import { fillSearch } from './fill-search.ts';

export type { CaseListed };

/** One page of a list, and whether another follows. */
export interface CasesPage {
  cases: readonly CaseListed[];
  more: boolean;
}

/** The longest a search waits for what was sent before search was kept. */
const FOLDING_MS = 2_000;

async function foundBy(app: App, q: string) {
  await fillSearch(app, FOLDING_MS);
  return newestFound(app.database, soughtIn(q));
}

/** A page of the cases asked for, those we were last in touch with first. */
export async function listCases(app: App, { page, filter, q }: CasesQuery): Promise<CasesPage> {
  const found = q === '' ? undefined : await foundBy(app, q);
  return findPage(app.database, page, { filter, now: app.now(), found });
}
