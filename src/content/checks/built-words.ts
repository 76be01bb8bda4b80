import { load } from 'cheerio';
import { oneLine } from './block.ts';
import type { BuiltPage } from './built-page.ts';
import type { Passage } from './passage.ts';

const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, dt, dd, th, td, label, legend, summary, option, button, figcaption, div';

const UNREAD = 'script, style, template, noscript';

/** What can be read on a published page, furniture and forms included, block by block. */
export function builtWords({ address, $ }: BuiltPage): Passage[] {
  const $$ = load($('body').html() ?? '');
  $$(UNREAD).remove();
  $$(BLOCKS).before('\n\n').after('\n\n');
  $$('br').replaceWith(' ');
  return $$('body')
    .text()
    .split('\n\n')
    .map(oneLine)
    .filter((text) => text !== '')
    .map((text) => ({ where: address, text, written: text, lineAt: () => undefined }));
}
