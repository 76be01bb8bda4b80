import { type CollectionEntry, getCollection } from 'astro:content';
import { readQuestions } from './questions.ts';
import { readSettings } from './settings.ts';
import { isShown } from './shown-pages.ts';

/** A page as staff wrote it: `id` is its address without the slashes, "index" for the home page. */
export type PageEntry = CollectionEntry<'pages'>;

/** A question readers may put to us. */
export type QuestionEntry = CollectionEntry<'questions'>;

/** Every page that is shown, in the order of its address: one that depends on settings waits for them. */
export async function getPages(): Promise<PageEntry[]> {
  const settings = readSettings(process.cwd());
  const pages = await getCollection('pages', ({ data }) => isShown(data, settings));
  return pages.sort((one, other) => one.id.localeCompare(other.id, 'en'));
}

/** Every question, in the order of the file; a collection by itself comes in the order of its ids. */
export async function getQuestions(): Promise<QuestionEntry[]> {
  const order = readQuestions(process.cwd()).map(({ id }) => id);
  const questions = await getCollection('questions');
  return questions.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}
