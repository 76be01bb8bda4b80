import type * as z from 'zod';
import { type Answer, refuse } from './reply.ts';

type Issue = z.core.$ZodIssue;

/** Says of a body that `EmailSchema` refused what Resend would: 422, the field named, one fault at a time. */
export function refuseEmail(body: unknown, error: z.ZodError): Answer {
  const issue = error.issues[0];
  if (typeof body !== 'object' || body === null || issue === undefined) {
    return refuse(422, 'validation_error', 'The request body must be a JSON object.');
  }
  if (issue.code === 'unrecognized_keys') return refuseUnknown(issue.path, issue.keys);
  const [field, ...rest] = issue.path;
  if (issue.message === 'missing') return refuseMissing('`html` or `text`');
  if (rest.length === 0 && !(String(field) in body)) return refuseMissing(`\`${String(field)}\``);
  return refuseField(issue);
}

function refuseUnknown(path: PropertyKey[], keys: string[]): Answer {
  const names = keys.map((key) => `\`${[...path, key].map(String).join('.')}\``).join(', ');
  return refuse(422, 'validation_error', `Unrecognised field: ${names}.`);
}

function refuseMissing(field: string): Answer {
  return refuse(422, 'missing_required_field', `Missing ${field} field.`);
}

function refuseField(issue: Issue): Answer {
  const [field] = issue.path;
  const said = `Invalid \`${issue.path.map(String).join('.')}\` field. ${issue.message}`;
  if (field === 'from') return refuse(422, 'invalid_from_address', said);
  if (field === 'attachments') return refuse(422, 'invalid_attachment', said);
  return refuse(422, 'validation_error', said);
}
