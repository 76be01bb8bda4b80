import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltPage } from '#content/checks/built-page.ts';
import { builtPages } from '../../netlify/build/built-pages.ts';

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

let pages: BuiltPage[];
beforeAll(async () => {
  pages = await builtPages(process.cwd());
});

describe('the HTML of every page', () => {
  test('is valid', async () => {
    const found: string[] = [];
    for (const { address, markup } of pages) {
      const { results } = await validator.validateString(markup);
      for (const { messages } of results) {
        found.push(
          ...messages.map(
            ({ line, ruleId, message }) => `${address}:${line} ${ruleId}: ${message}`,
          ),
        );
      }
    }
    expect(found).toEqual([]);
  });

  test('would not pass if it were wrong', async () => {
    const { valid } = await validator.validateString('<p><div id="a" id="a"></p>');
    expect(valid).toBe(false);
  });
});
