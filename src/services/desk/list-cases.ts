import { type CaseListed, type CasesPage, findPage } from '#data/case-list-repository.ts';
import type { CasesQuery } from '#domain/desk/cases-query.ts';
import { soughtIn } from '#domain/search/query.ts';
import type { App } from '../app.ts';
import { fillSearch } from './fill-search.ts';

export type { CaseListed };

/** The longest a search waits for what was sent before search was kept. */
const FOLDING_MS = 2_000;

/** A page of the cases asked for, those we were last in touch with first. */
export async function listCases(
  app: App,
  { start, filter, q, owner }: CasesQuery,
): Promise<CasesPage> {
  if (q !== '') await fillSearch(app, FOLDING_MS);
  const sought = q === '' ? undefined : soughtIn(q);
  return findPage(app.database, start, { filter, owner, now: app.now(), sought });
}
