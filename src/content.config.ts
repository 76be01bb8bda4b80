import { defineCollection } from 'astro:content';
import { PageSchema, pagesLoader } from '#collections/pages.ts';
import { QuestionSchema, readQuestions } from '#collections/questions.ts';

export const collections = {
  pages: defineCollection({ loader: pagesLoader, schema: PageSchema }),
  questions: defineCollection({
    loader: () => readQuestions(process.cwd()),
    schema: QuestionSchema,
  }),
};
