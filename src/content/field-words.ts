import type * as z from 'zod';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, and what to write instead; `said` is the field’s name as the sentence has it. */
export interface FieldWords {
  readonly wrong: string;
  readonly instead: string;
}

const MOST_SHOWN = 60;

/** A value as it can be shown in a sentence. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  const words = JSON.stringify(value);
  return words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…"` : words;
};

const WANTED: Readonly<Record<string, string>> = {
  string: 'Write words',
  number: 'Write a number, in figures and without quotation marks',
  int: 'Write a whole number, in figures and without quotation marks',
  boolean: 'Write true, without quotation marks, or take the line out',
  array: 'Write a list: each item on a line of its own, with “- ” before it',
  object: 'Write its fields below it, each two spaces further in',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Write an email address, such as name@example.org.',
  date: 'Write a date that exists, as year, month and day, such as 2026-12-24.',
};

function wrongType(
  issue: z.core.$ZodIssueInvalidType,
  said: string,
  value: unknown,
  typed: string = String(value),
): FieldWords {
  if (issue.expected === 'string' && ['number', 'boolean', 'bigint'].includes(typeof value)) {
    return {
      wrong: `${said} is ${typed}, which is not read as words.`,
      instead: `Put it in double quotes: "${typed}".`,
    };
  }
  return {
    wrong: `${said} is ${shown(value)}.`,
    instead: `${WANTED[issue.expected] ?? 'Write something else'}.`,
  };
}

function tooBig({ maximum, origin }: z.core.$ZodIssueTooBig, said: string, value: unknown) {
  if (typeof value === 'string' && origin === 'string') {
    return {
      wrong: `${said} has ${value.length} characters; ${maximum} is the most.`,
      instead: `Shorten it by ${value.length - Number(maximum)}.`,
    };
  }
  return { wrong: `${said} is ${shown(value)}.`, instead: `Write ${maximum} or less.` };
}

function tooSmall({ minimum, origin }: z.core.$ZodIssueTooSmall, said: string, value: unknown) {
  if (origin === 'array') return { wrong: `${said} is empty.`, instead: 'Write at least one.' };
  if (typeof value !== 'string') {
    return { wrong: `${said} is ${shown(value)}.`, instead: `Write ${minimum} or more.` };
  }
  const length = value.trim().length;
  if (length === 0) return { wrong: `${said} is empty.`, instead: 'Fill it in.' };
  return {
    wrong: `${said} has ${length} characters; ${minimum} is the least.`,
    instead: `Say ${Number(minimum) - length} more.`,
  };
}

function wrongChoice(values: readonly unknown[], said: string, value: unknown): FieldWords {
  if (values.length === 1 && values[0] === true) {
    return {
      wrong: `${said} is ${shown(value)}.`,
      instead: 'Write the bare word, with nothing after it.',
    };
  }
  const known = values.map(String);
  const meant = typeof value === 'string' ? nearest(value, known) : undefined;
  const all = `${known.length === 1 ? 'Write' : 'Write one of:'} ${known.join(', ')}.`;
  return {
    wrong: `${said} is ${shown(value)}.`,
    instead: meant === undefined ? all : `Did you mean ${meant}? ${all}`,
  };
}

/**
 * One mistake in a value, in words; `said` names the field, and `typed` is the value as it was written, where reading
 * may have changed it: 07 is read as the number 7. Unknown fields are said elsewhere.
 */
export function fieldWords(issue: Issue, said: string, value: unknown, typed?: string): FieldWords {
  if (value === undefined) {
    const instead = issue.code === 'custom' ? issue.message : 'Add it.';
    return { wrong: `${said} is missing.`, instead };
  }
  if (value === null) return { wrong: `${said} is empty.`, instead: 'Fill it in.' };
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, said, value, typed);
    case 'too_big':
      return tooBig(issue, said, value);
    case 'too_small':
      return tooSmall(issue, said, value);
    case 'invalid_value':
      return wrongChoice(issue.values, said, value);
    case 'invalid_format':
      return {
        wrong: `${said} is ${shown(value)}.`,
        instead: (/^Invalid/.test(issue.message) && FORMATS[issue.format]) || issue.message,
      };
    default:
      return { wrong: `${said} is ${shown(value)}.`, instead: issue.message };
  }
}
