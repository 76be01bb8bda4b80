import { fields } from '@keystatic/core';
import * as z from 'zod';
import { clockInWords } from '../../../src/domain/time/words.ts';
import { heldTo } from './held-to.ts';

const CLOSED = 'closed';
const BETWEEN = / (?:to|[-–]) /;

/** "09:00", as the file has a time; undefined for what is none. */
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

const NAMED: Readonly<Record<string, string>> = {
  midday: '12:00',
  noon: '12:00',
  midnight: '00:00',
};

/** "9am", "5.30pm", as the site says a time. */
const SAID = /^(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))? ?([ap])m$/i;

/** A time of the file as the site says it; as it stands where it is none. */
function said(clock: string): string {
  const [, hours, minutes] = CLOCK.exec(clock) ?? [];
  return hours === undefined ? clock : clockInWords(Number(hours) * 60 + Number(minutes));
}

/** A time as it was typed, as the file has it; as it stands where it is none. */
function clock(typed: string): string {
  const [, hours, minutes = '00', half] = SAID.exec(typed) ?? [];
  if (hours === undefined) return NAMED[typed.toLowerCase()] ?? typed;
  const hour = (Number(hours) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { opens = '', closes = '' } = (value ?? {}) as { opens?: string; closes?: string };
  return `${said(opens)} to ${said(closes)}`;
};

function readHours(words: string): string | { opens: string; closes: string } {
  if (words.trim() === CLOSED) return CLOSED;
  const [opens = '', closes = ''] = words.trim().split(BETWEEN);
  return { opens: clock(opens), closes: clock(closes) };
}

const WRITE = 'Write the hours as “9am to 5pm”, or “closed”.';

/** Whether what was typed is hours at all, whichever they are. */
const isHours = (read: ReturnType<typeof readHours>) =>
  typeof read === 'string' || [read.opens, read.closes].every((time) => CLOCK.test(time));

/** What the schema says of hours, with times as the form has them. */
const inForm = (message: string) => message.replaceAll(/\b\d\d:\d\d\b/g, said);

/** One day's hours as one line, "9am to 5pm" or "closed", held to `schema`. */
export function dayHours(label: string, schema: z.ZodType) {
  const held = z.unknown().transform((words, context) => {
    const read = readHours(String(words ?? ''));
    const outcome = schema.safeParse(read);
    if (outcome.success) return words;
    const [issue] = outcome.error.issues;
    const inside = issue?.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : issue;
    context.addIssue(isHours(read) && inside ? inForm(inside.message) : WRITE);
    return z.NEVER;
  });
  const field = fields.text({
    label,
    description: '“9am to 5pm”, or “closed”.',
    validation: { isRequired: true, pattern: heldTo(held) },
  });
  return {
    ...field,
    parse: (value: Parameters<typeof field.parse>[0]) => shown(value),
    serialize: (words: string) => ({ value: readHours(words) }),
  };
}
