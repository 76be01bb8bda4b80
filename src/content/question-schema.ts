import * as z from 'zod';

/** A question readers ask, and its answer once there is one. */
export const QuestionSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z]+(-[a-z]+)*$/,
      'Write small letters, with hyphens between words, such as "small-groups".',
    )
    .describe('A short name that pages use for it, such as “small-groups”; readers do not see it.'),
  question: z
    .string()
    .max(160)
    .regex(/\?$/, 'Write a question, with a question mark at its end.')
    .describe('The question as readers would put it to us.'),
  answer: z
    .string()
    .trim()
    .min(1)
    .max(1200)
    .regex(/^[^<>{}]*$/, 'Leave out < > { and }: an answer is words, lists and links.')
    .regex(/^(?!#)(?!.*\n#)/s, 'Leave out the # that begins a line: the question is the heading.')
    .regex(/^(?!.*!\[)/s, 'Leave the picture out: an answer is words, lists and links.')
    .optional()
    .describe('The answer, in plain words; the site shows the question once it has one.'),
});
