import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPage } from '#content/checks/built-page.ts';
import { readQuestions } from '#content/questions.ts';
import { builtPages } from '../../netlify/build/built-pages.ts';

const questions = readQuestions(process.cwd());
const answered = questions.filter(({ answer }) => answer !== undefined);
const waiting = questions.filter(({ answer }) => answer === undefined);

let pages: readonly BuiltPage[];
beforeAll(async () => {
  pages = await builtPages(process.cwd());
});

interface Faq {
  readonly '@type': string;
  readonly mainEntity: readonly {
    readonly name: string;
    readonly acceptedAnswer: { readonly text: string };
  }[];
}

const faqsOf = ({ $ }: BuiltPage): Faq[] =>
  $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((block) => (JSON.parse($(block).text()) as { '@graph': Faq[] })['@graph'])
    .filter((node) => node['@type'] === 'FAQPage');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('questions on the built site', () => {
  it('stand on one page when they are answered, and search engines are told what stands there', () => {
    const telling = pages.flatMap((page) => faqsOf(page).map((faq) => ({ page, faq })));
    expect(telling).toHaveLength(answered.length > 0 ? 1 : 0);
    for (const { page, faq } of telling) {
      const { $ } = page;
      const shown = $('section.part')
        .toArray()
        .map((section) => {
          const heading = $(section).find('h2, h3').first();
          const id = heading.attr('id');
          const name = oneLine(heading.text());
          heading.remove();
          return { id, name, text: oneLine($(section).text()) };
        });
      const told = faq.mainEntity.map(({ name, acceptedAnswer }) => ({
        name,
        text: oneLine($('<div>').html(acceptedAnswer.text).text()),
      }));
      expect(shown.map(({ name, text }) => ({ name, text }))).toEqual(told);
      expect(shown.map(({ id, name }) => ({ id, question: name }))).toEqual(
        answered.map(({ id, question }) => ({ id, question })),
      );
    }
  });

  it('are listed nowhere while they wait for an answer', () => {
    const found = pages.flatMap(({ address, $ }) => {
      const listed = $('.part, .ask').text();
      return waiting
        .filter(({ question }) => listed.includes(question))
        .map(({ question }) => `${address}: ${question}`);
    });
    expect(found).toEqual([]);
  });
});
