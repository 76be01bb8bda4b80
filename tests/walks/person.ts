import { type PageRead, readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { answer } from '../support/site-doors.ts';

type Values = Record<string, string | readonly string[]>;

/** A form as a browser holds it: where it posts, and what stands in it. */
export interface HeldForm {
  action: string;
  values: Values;
}

/** A page a person was shown, with the address it stands at. */
export interface Shown {
  path: string;
  page: PageRead;
}

const pathOf = (address: string) => {
  const { pathname, search } = new URL(address, 'http://localhost:8888');
  return pathname + search;
};

/** Reads an answer as a browser does: where it leads on, it goes there. */
export async function follow(path: string, response: Response): Promise<Shown> {
  const location = response.headers.get('location');
  if (response.status !== 303 || !location) return { path, page: await readPage(response) };
  const onward = pathOf(location);
  return { path: onward, page: await readPage(await answer(get(onward))) };
}

/** Opens a page; `reload` as the browser's own button does. */
export async function open(path: string, reload = false): Promise<Shown> {
  const request = get(path);
  if (reload) request.headers.set('cache-control', 'max-age=0');
  return follow(path, await answer(request));
}

/** The page's own form of those that post: the first with a field, or its button alone. */
export function formIn({ path, page }: Shown): HeldForm | undefined {
  const { $ } = page;
  // Where a day is chosen, its own form is the one a person sees.
  const opened = $('main .day:has([checked]) + form[method=post]');
  const form = (opened.length > 0 ? opened : $('main form[method=post]')).first();
  if (form.length === 0) return undefined;
  const values: Record<string, string | string[]> = {};
  for (const field of form.find('input[name], textarea[name], select[name]').toArray()) {
    const one = $(field);
    const name = one.attr('name') ?? '';
    const choice = ['radio', 'checkbox'].includes(one.attr('type') ?? '');
    if (choice && !one.is('[checked]')) continue;
    const value = String(one.val() ?? '');
    const before = values[name];
    values[name] = before === undefined ? value : [before].flat().concat(value);
  }
  return { action: form.attr('action') ?? path, values };
}

/** The times a page offers. */
export const timesIn = ({ page: { $ } }: Shown): string[] =>
  $('main input[name=time]')
    .toArray()
    .map((radio) => {
      const form = $(radio).closest('form');
      return `${form.find('[name=day]').val()}T${$(radio).val()}:00${form.data('offset')}`;
    });

/** The fields by which the form of a day asks for one of its times. */
export const timeChosen = (start: string): { day: string; time: string } => ({
  day: start.slice(0, 10),
  time: start.slice(11, 16),
});

/** Presses a form's button. */
export async function press({ action, values }: HeldForm): Promise<Shown & { status: number }> {
  const response = await answer(postForm(pathOf(action), values));
  const { status } = response;
  return { status, ...(await follow(pathOf(action), response)) };
}
