import { getQuestions } from '#collections/queries.ts';

/** An editor named a question that is not in `content/questions.yaml`. */
export class QuestionError extends Error {
  override name = 'QuestionError';
}

/** The questions named in `ids` ("cost confidential"), in that order. Throws QuestionError for a name unknown. */
export async function questionsNamed(ids: string): Promise<readonly string[]> {
  const questions = new Map((await getQuestions()).map(({ id, data }) => [id, data.question]));
  return ids
    .trim()
    .split(/\s+/)
    .map((id) => {
      const question = questions.get(id);
      if (question !== undefined) return question;
      throw new QuestionError(
        `There is no question called "${id}" in content/questions.yaml. Use one of: ${[...questions.keys()].join(', ')}.`,
      );
    });
}
