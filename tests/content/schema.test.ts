import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pageFaults } from '#content/check-page.ts';
import { checkPages } from '#content/check-pages.ts';
import { componentSchemas } from '#content/components.ts';
import { addressOf, pageId } from '#content/page-files.ts';
import { PageSchema } from '#content/page-schema.ts';
import { makePage } from '../support/make-page.ts';

const QUESTIONS = ['cost', 'confidential'];

describe('a page’s fields', () => {
  it.each(Object.entries(PageSchema.shape))(
    'say what %s is for, and how long its words may be',
    (_, schema) => {
      const json = z.toJSONSchema(schema, { io: 'input' });
      expect(json.description).toMatch(/\w/);
      if (json.type === 'string' && !json.enum) expect(json.maxLength).toBeGreaterThan(0);
    },
  );
});

describe('a page’s components', () => {
  it('take every kind of setting as it should be', () => {
    const body = [
      '<Band deep circle="day">',
      '<FactStrip ids="group-size room" />',
      '</Band>',
      '<Blank label="Name" lines={3} />',
      '<Phone big />',
      '<AskUs ids="cost confidential" />',
    ].join('\n\n');
    expect(pageFaults(makePage(body), QUESTIONS)).toEqual([]);
  });

  it('each have a file', () => {
    for (const name of Object.keys(componentSchemas())) {
      expect(existsSync(`src/components/content/${name}.astro`), name).toBe(true);
    }
  });

  it('have no file that pages are not given, but the heading they share', () => {
    const files = readdirSync('src/components/content').filter((file) => file.endsWith('.astro'));
    const names = files.map((file) => file.replace('.astro', ''));
    expect(names.filter((name) => !(name in componentSchemas()))).toEqual(['Heading']);
  });
});

describe('the pages together', () => {
  it('can all be shown', () => {
    expect(() => checkPages(process.cwd())).not.toThrow();
  });

  it.each([
    ['index.mdx', 'index', '/'],
    ['plan.mdx', 'plan', '/plan/'],
    ['make-the-case/index.mdx', 'make-the-case', '/make-the-case/'],
    ['make-the-case/a-year.mdx', 'make-the-case/a-year', '/make-the-case/a-year/'],
  ])('have an address each: %s', (file, id, address) => {
    expect(pageId(file)).toBe(id);
    expect(addressOf(id)).toBe(address);
  });
});
