import { defineCollection } from 'astro:content';
import { PageSchema } from '#collections/page-schema.ts';
import { pagesLoader } from '#collections/pages.ts';
import { QuestionSchema } from '#collections/question-schema.ts';
import { questionsLoader } from '#collections/questions-loader.ts';

export const collections = {
  pages: defineCollection({ loader: pagesLoader, schema: PageSchema }),
  questions: defineCollection({ loader: questionsLoader, schema: QuestionSchema }),
};
