import type { SiteKnown } from '../checks/site-known.ts';

/** What the forms need to know of the content, besides its schemas. */
export interface Known {
  /** The names in content/questions.yaml. */
  readonly questions: readonly string[];
  /** What each fact says, by its name. */
  readonly facts: Readonly<Record<string, string>>;
  /** What the checks that run beside each field need; undefined where none run. */
  readonly site?: SiteKnown | undefined;
}

/** What forms know before anything of the content was read. */
export const nothingKnown = (): Known => ({ questions: [], facts: {} });

/** Has the forms that were made with `known` judge by `fresh` from now on. */
export const renew = (known: Known, fresh: Known): void => void Object.assign(known, fresh);
