import type { App } from '../app.ts';

/** A secret that nobody can guess and that is never stored: 32 random bytes in base64url, shaped as a key is. */
export const newToken = (app: App): string =>
  Buffer.from(app.randomBytes(32)).toString('base64url');
