import { fields } from '@keystatic/core';
import * as z from 'zod';
import { heldTo } from './held-to.ts';

const CLOSED = 'closed';
const BETWEEN = / (?:to|[-–]) /;

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { opens = '', closes = '' } = (value ?? {}) as { opens?: string; closes?: string };
  return `${opens} to ${closes}`;
};

function read(words: string): string | { opens: string; closes: string } {
  if (words.trim() === CLOSED) return CLOSED;
  const [opens = '', closes = ''] = words.trim().split(BETWEEN);
  return { opens, closes };
}

/** One day's hours as one line, "09:00 to 17:00" or "closed", held to `schema`. */
export function dayHours(label: string, schema: z.ZodType) {
  const held = z.unknown().transform((words, context) => {
    const outcome = schema.safeParse(read(String(words ?? '')));
    if (outcome.success) return words;
    const [issue] = outcome.error.issues;
    const inside = issue?.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : issue;
    context.addIssue(inside?.message ?? 'Write the hours as "09:00 to 17:00", or "closed".');
    return z.NEVER;
  });
  const field = fields.text({
    label,
    description: '“09:00 to 17:00”, or “closed”.',
    validation: { isRequired: true, pattern: heldTo(held) },
  });
  return {
    ...field,
    parse: (value: Parameters<typeof field.parse>[0]) => shown(value),
    serialize: (words: string) => ({ value: read(words) }),
  };
}
