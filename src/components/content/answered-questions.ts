import { markdownToHtml } from 'satteri';
import { addressOf } from '#content/page-files.ts';
import { getPages, getQuestions } from '#content/queries.ts';

/** A question, and its answer as markup. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** The questions that have an answer, in the order of the file. */
export async function answeredQuestions(): Promise<readonly AnsweredQuestion[]> {
  const questions = await getQuestions();
  return questions.flatMap(({ data: { id, question, answer } }) =>
    answer === undefined
      ? []
      : [
          {
            id,
            question,
            answer: markdownToHtml(answer, { features: { smartPunctuation: true } }).html.trim(),
          },
        ],
  );
}

/** The address of the page that lists the answers; undefined when no page does. */
export async function questionsAddress(): Promise<string | undefined> {
  const page = (await getPages()).find(({ body }) => body?.includes('<AllQuestions'));
  return page && addressOf(page.id);
}
