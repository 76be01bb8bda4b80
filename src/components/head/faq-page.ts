import type { DataNode } from './structured-data.ts';

/** A question and its answer, as markup, as they stand on a page. */
interface Answered {
  readonly question: string;
  readonly answer: string;
}

const ROOTED = /(?<=href=")\/(?!\/)/g;

/**
 * The questions and answers of the page at `address` as JSON-LD (schema.org FAQPage): the same words and markup,
 * with whole addresses in place of those that begin at the site’s root.
 */
export function faqPage(address: string, answered: readonly Answered[]): DataNode {
  const home = new URL('/', address).href;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'FAQPage',
        '@id': `${address}#questions`,
        url: address,
        inLanguage: 'en-GB',
        mainEntity: answered.map(({ question, answer }) => ({
          '@type': 'Question',
          name: question,
          acceptedAnswer: { '@type': 'Answer', text: answer.replaceAll(ROOTED, home) },
        })),
      },
    ],
  };
}
