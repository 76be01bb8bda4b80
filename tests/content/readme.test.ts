import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageFaults } from '#content/check-page.ts';
import { componentSchemas } from '#content/components.ts';
import { PageSchema } from '#content/page-schema.ts';
import { readQuestions } from '#content/questions.ts';
import { EXAMPLES_FILE, examplesIn } from '#content/readme-examples.ts';
import { fieldsAt } from '#content/schema-shape.ts';
import { SettingsSchema } from '#domain/settings/settings.ts';
import { makePage } from '../support/make-page.ts';

const guide = readFileSync(EXAMPLES_FILE, 'utf8');
const readme = readFileSync('content/README.md', 'utf8');
const examples = examplesIn(guide);
const questions = readQuestions(process.cwd()).map(({ id }) => id);

describe('docs/content.md', () => {
  it.each(Object.keys(componentSchemas()))('shows <%s>', (name) => {
    expect(examples.some(({ words }) => new RegExp(`<${name}[\\s/>]`).test(words))).toBe(true);
  });

  it.each(examples.map(({ under, words }) => [under, words] as const))(
    'has nothing to fix in the example under “%s”',
    (_, words) => {
      expect(pageFaults(makePage(words), questions)).toEqual([]);
    },
  );

  it('finds each example under its heading', () => {
    const text =
      '## One\n\n```mdx\na\n```\n\n```yaml\nb: c\n```\n\n### Two\n\n```mdx\n<D />\n```\n';
    expect(examplesIn(text)).toEqual([
      { under: 'One', words: 'a\n' },
      { under: 'Two', words: '<D />\n' },
    ]);
  });

  it.each(Object.keys(PageSchema.shape))('says what the field %s is', (name) => {
    expect(guide).toMatch(new RegExp(`^\\| \`${name}\` +\\| \\S`, 'm'));
  });

  it.each(Object.keys(SettingsSchema.shape))('says what settings/%s.yaml holds', (name) => {
    expect(readme).toContain(`\`settings/${name}.yaml\``);
    const [, about = ''] =
      new RegExp(`^\\*\\*\`${name}\\.yaml\`\\.\\*\\* (.+)$`, 'm').exec(guide) ?? [];
    expect(about).not.toBe('');
    // What a launch waits for is long, and npm run launch-check says it.
    if (name === 'launch') return;
    for (const field of fieldsAt(SettingsSchema, [name])) expect(about).toContain(`\`${field}\``);
  });
});
