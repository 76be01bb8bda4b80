import { type CheerioAPI, load } from 'cheerio';

/** A page as somebody meets it: its status, and its markup to search. */
export interface PageRead {
  status: number;
  headers: Headers;
  markup: string;
  $: CheerioAPI;
}

/** Reads an answer that is a page. */
export async function readPage(response: Response): Promise<PageRead> {
  const markup = await response.text();
  return { status: response.status, headers: response.headers, markup, $: load(markup) };
}

/** Text as it is read: white space is one space. */
export const textIn = ({ $ }: PageRead, selector: string): string =>
  $(selector).text().replace(/\s+/g, ' ').trim();

/** What a control is called by those who cannot see where it stands: its label's whole text. */
export const labelOf = ({ $ }: PageRead, id: string): string =>
  $(`label[for="${id}"]`).text().replace(/\s+/g, ' ').trim();

/** What the form's fields would post, hidden ones included; of choices only what is chosen. */
export function fieldsIn({ $ }: PageRead, form = 'form'): Record<string, string> {
  const fields = $(form)
    .first()
    .find('input[name], textarea[name]')
    .toArray()
    .filter(
      (field) =>
        !['radio', 'checkbox'].includes($(field).attr('type') ?? '') || $(field).is('[checked]'),
    );
  return Object.fromEntries(
    fields.map((field) => [$(field).attr('name') ?? '', String($(field).val() ?? '')]),
  );
}

/** The faults listed above a form, each with where it leads. */
export const faultsIn = ({ $ }: PageRead): [words: string, to: string | undefined][] =>
  $('.error-summary li')
    .toArray()
    .map((item) => [$(item).text(), $(item).find('a').attr('href')]);

/** The date of the day whose times are open, where a time is chosen. */
export const openDay = ({ $ }: PageRead): string | undefined =>
  $('.day:has([checked]) + form [name=day]').attr('value');
