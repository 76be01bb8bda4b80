import type { BuiltPage } from './built-page.ts';
import type { Fault } from './fault.ts';

const INSTEAD =
  'Check the address; pages are named in content/pages, and addresses end with a slash.';

/** Where an element leads, by the name its markup has for that. */
const LEADS = ['href', 'action', 'src'];

const OUTWARD = /^(?:https?:|tel:|mailto:|data:)/;

/** Whether something on a page can be linked to by `#id`. */
const holds = ({ $ }: BuiltPage, id: string) =>
  $('[id]')
    .toArray()
    .some((element) => $(element).attr('id') === id);

/**
 * Links and pictures on published pages that lead nowhere: to an address nothing answers, or to a part of a
 * page that is not there. `answers` says which addresses, besides these pages, something answers.
 */
export function linkFaults(
  pages: readonly BuiltPage[],
  answers: (address: string) => boolean,
): Fault[] {
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const wrongWith = (from: BuiltPage, href: string): string | undefined => {
    if (OUTWARD.test(href)) return undefined;
    const { pathname, hash } = new URL(href, `http://site${from.address}`);
    const page = byAddress.get(pathname);
    if (!page) return answers(pathname) ? undefined : 'nothing is there';
    const id = decodeURIComponent(hash.slice(1));
    return id === '' || holds(page, id) ? undefined : `that page has no part called “${id}”`;
  };
  return pages.flatMap((page) =>
    page
      .$('a[href], link[href], form[action], img[src]')
      .toArray()
      .flatMap((element) => {
        const href = LEADS.map((name) => page.$(element).attr(name)).find(Boolean) ?? '';
        const wrong = wrongWith(page, href);
        return wrong === undefined
          ? []
          : [
              {
                where: page.address,
                wrong: `It links to ${href}, but ${wrong}.`,
                instead: INSTEAD,
              },
            ];
      }),
  );
}
