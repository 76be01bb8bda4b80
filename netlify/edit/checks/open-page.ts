import { pageId } from '../../../src/content/page-files.ts';

const ITEM = /\/collection\/pages\/item\/([^/]+)/;

/**
 * The id of the page whose form is open, from the address of the window: the field of a form knows nothing of the
 * others. Undefined for a page that is being made.
 */
export function openPage(path = globalThis.location?.pathname ?? ''): string | undefined {
  const [, slug] = ITEM.exec(path) ?? [];
  return slug === undefined ? undefined : pageId(decodeURIComponent(slug));
}
