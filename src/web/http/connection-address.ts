import type { WebContext } from './web-app.ts';

/** The address a request came from, as the host says; all of whom it says nothing count as one. */
export const addressOf = (c: WebContext): string => c.env.context.ip ?? 'unknown';
