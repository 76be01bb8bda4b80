import type { SourceFact } from './source-facts.ts';

/** What can be read on each page, by the page’s address. */
export type SaidOn = ReadonlyMap<string, string>;

/** The parts of a fact that a text does not say. */
export const unsaidIn = (text: string, { parts }: SourceFact): RegExp[] =>
  parts.filter((part) => !part.test(text));

/** Each fact that a page it must stand on does not say whole, with what is missing; a page that is not there says nothing. */
export const unsaid = (facts: readonly SourceFact[], said: SaidOn): string[] =>
  facts.flatMap((fact) =>
    fact.on.flatMap((address) => {
      const text = said.get(address);
      if (text === undefined) return [`${address} is not there to say: ${fact.says}.`];
      const missing = unsaidIn(text, fact);
      return missing.length === 0
        ? []
        : [`${address} does not say: ${fact.says}. Missing: ${missing.join(' and ')}`];
    }),
  );
