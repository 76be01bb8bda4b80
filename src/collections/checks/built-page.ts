import { type CheerioAPI, load } from 'cheerio';

/** A page as it is published: its address and what stands there. */
export interface BuiltPage {
  readonly address: string;
  readonly $: CheerioAPI;
}

/** A page from its address and markup. */
export const builtPage = (address: string, markup: string): BuiltPage => ({
  address,
  $: load(markup),
});
