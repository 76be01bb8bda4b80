import { defineCollection } from 'astro:content';
import { PageSchema } from '#collections/page-schema.ts';
import { pagesLoader } from '#collections/pages.ts';
import { QuestionSchema, readQuestions } from '#collections/questions.ts';

export const collections = {
  pages: defineCollection({ loader: pagesLoader, schema: PageSchema }),
  questions: defineCollection({
    loader: () => readQuestions(process.cwd()),
    schema: QuestionSchema,
  }),
};
