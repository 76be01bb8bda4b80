import { getPages } from '#content/queries.ts';
import type { ServiceFacts } from './structured-data.ts';

/** The pages that each describe one way of working, in the order the home page shows them. */
const SERVICE_PAGES = [
  'how-a-group-works',
  'open-reflective-spaces',
  'train-your-own-facilitators',
] as const;

const NAMES: Readonly<Record<(typeof SERVICE_PAGES)[number], string>> = {
  'how-a-group-works': 'Reflective practice groups',
  'open-reflective-spaces': 'Open reflective spaces',
  'train-your-own-facilitators': 'Training your own facilitators',
};

/** The three services, each with the address of its own page; `home` is the site's address. */
export async function services(home: string): Promise<readonly ServiceFacts[]> {
  const pages = new Map((await getPages()).map((page) => [page.id, page]));
  return SERVICE_PAGES.flatMap((id) => {
    const page = pages.get(id);
    if (!page) return [];
    return [
      {
        name: NAMES[id],
        url: new URL(`/${id}/`, home).href,
      },
    ];
  });
}
