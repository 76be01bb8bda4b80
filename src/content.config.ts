import { defineCollection } from 'astro:content';
import * as z from 'zod';
import { cleanedFields } from '#content/cleaned-fields.ts';
import { PageSchema } from '#content/page-schema.ts';
import { pagesLoader } from '#content/pages.ts';
import { QuestionSchema } from '#content/question-schema.ts';
import { questionsLoader } from '#content/questions-loader.ts';

export const collections = {
  pages: defineCollection({ loader: pagesLoader, schema: z.preprocess(cleanedFields, PageSchema) }),
  questions: defineCollection({ loader: questionsLoader, schema: QuestionSchema }),
};
