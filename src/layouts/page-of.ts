import type { PageEntry } from '#content/queries.ts';
import type { Page, Step } from './page.ts';

const pathOf = (id: string) => (id === 'index' ? '/' : `/${id}/`);

/** The ids on the way to a page, itself last: "a/b" gives "a", "a/b"; the home page gives none. */
function idsTo(id: string): readonly string[] {
  if (id === 'index') return [];
  const parts = id.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function trailTo(id: string, entries: readonly PageEntry[]): readonly Step[] {
  const steps = ['index', ...idsTo(id)].flatMap((stepId) => {
    const entry = entries.find((candidate) => candidate.id === stepId);
    if (!entry) return [];
    const name = stepId === 'index' ? 'Home' : (entry.data.crumb ?? entry.data.heading);
    return [{ name, path: pathOf(stepId) }];
  });
  return id === 'index' ? [] : steps;
}

/** A content entry as its layout needs it, with its address and the way to it. */
export const pageOf = (entry: PageEntry, entries: readonly PageEntry[]): Page => ({
  ...entry.data,
  path: pathOf(entry.id),
  trail: trailTo(entry.id, entries),
});
