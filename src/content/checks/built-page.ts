import { type CheerioAPI, load } from 'cheerio';

/** A page as it is published: its address, its markup, and the same to be asked questions. */
export interface BuiltPage {
  readonly address: string;
  readonly markup: string;
  readonly $: CheerioAPI;
}

/** A page from its address and markup. */
export const builtPage = (address: string, markup: string): BuiltPage => ({
  address,
  markup,
  $: load(markup),
});
