/** A preview may not answer: its database could be the live one. The message says why, for the log. */
export class PreviewNotEmptiedError extends Error {
  override name = 'PreviewNotEmptiedError';
}
