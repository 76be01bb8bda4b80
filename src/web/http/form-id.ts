import { FORM_FIELD, readFormId } from '#domain/forms/automatic.ts';
import type { App } from '#services/app.ts';

/** An id that no other form has. */
export const newFormId = (app: Pick<App, 'randomBytes'>): string =>
  Buffer.from(app.randomBytes(16)).toString('base64url');

/** The id a form came with, kept through its steps, or a new one. */
export const formIdOf = (
  app: Pick<App, 'randomBytes'>,
  typed: Readonly<Record<string, unknown>>,
): string => readFormId(typed[FORM_FIELD]) ?? newFormId(app);
