import { describe, expect, it } from 'vitest';
import { readAnswer } from '#content/checks/answers.ts';
import { faqPage } from '../../src/components/head/faq-page.ts';
import { contentCopy } from '../support/mistakes.ts';

const { adviceAfter, refusalsAfter } = contentCopy();

const FILE = 'content/questions.yaml';
const answered = (answer: string) => ({
  [FILE]: [
    'question: What does it cost?',
    `question: What does it cost?\n  answer: ${answer}`,
  ] as const,
});

describe('an answer', () => {
  it('may have paragraphs, lists and links to pages and to other answers', () => {
    const words = '"It depends.\\n\\n- [Ring us](/contact/).\\n- [Plan one](/plan/)."';
    expect(refusalsAfter(answered(words))).toEqual([]);
  });

  it.each([
    ['empty', '""', 'is empty. Fill it in: the answer, in plain words'],
    ['a component', '"<Phone />"', 'Leave out < > { and }: an answer is words, lists and links.'],
    ['a heading', '"One.\\n\\n# Two"', 'Leave out the # that begins a line'],
    ['a picture', '"![A room](/room.svg)"', 'Leave the picture out'],
    ['too long', `"${'Words. '.repeat(200)}"`, 'characters; 1200 is the most.'],
  ])('may not be %s', (_, words, said) => {
    const [fault = '', ...others] = refusalsAfter(answered(words));
    expect(fault).toContain(`${FILE}:5: “number 1 → answer”`);
    expect(fault).toContain(said);
    expect(others).toEqual([]);
  });

  it('is advised on like other words, on its line', () => {
    expect(adviceAfter(answered('It is a journey.'))).toEqual([
      `${FILE}:5: “journey” is a word we avoid. Say what happens, in order.`,
      `${FILE}:7: “What insurance, DBS checks and professional registration do your facilitators have?” has no answer yet, so the site does not show it. Write its answer, or take the question out.`,
    ]);
  });

  it('takes its question off the list of those that wait', () => {
    const advice = adviceAfter(answered('That depends.')).join('\n');
    expect(advice).not.toContain('What does it cost?');
  });

  it('can be linked to where the questions are listed, once it is there', () => {
    const edits = (answer: string) => ({
      ...answered(answer),
      'content/pages/contact.mdx': ['Ring', '<AllQuestions />\n\nRing'] as const,
      'content/pages/plan.mdx': ['---\n\n', '---\n\n[Cost](/contact/#cost) '] as const,
    });
    expect(refusalsAfter(edits('That depends.'))).toEqual([]);
    const { [FILE]: _, ...unanswered } = edits('');
    expect(refusalsAfter(unanswered)).toEqual([
      expect.stringMatching(/plan\.mdx:\d+: The page \/contact\/ has no part called “cost”\./),
    ]);
  });

  it('is read as its words and its links', () => {
    const asked = { words: 'What does it cost?', line: 4 };
    const at = { id: 'cost', where: FILE, line: 5, asked };
    expect(readAnswer(at, 'One **two**.\n\n- [Three](/plan/)\n- Four')).toEqual({
      ...at,
      blocks: ['One two.', 'Three', 'Four'],
      links: ['/plan/'],
    });
  });
});

describe('FAQPage', () => {
  const ADDRESS = 'https://groups.example.org/questions/';

  it('has the questions and answers of the page, with whole addresses', () => {
    const page = faqPage(ADDRESS, [
      {
        question: 'Where?',
        answer:
          '<p>In a <a href="/rooms/">room</a>, or <a href="https://example.org/">there</a>.</p>',
      },
    ]) as { '@graph': Record<string, unknown>[] };
    expect(page['@graph']).toEqual([
      {
        '@type': 'FAQPage',
        '@id': `${ADDRESS}#questions`,
        url: ADDRESS,
        inLanguage: 'en-GB',
        mainEntity: [
          {
            '@type': 'Question',
            name: 'Where?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: '<p>In a <a href="https://groups.example.org/rooms/">room</a>, or <a href="https://example.org/">there</a>.</p>',
            },
          },
        ],
      },
    ]);
  });
});
