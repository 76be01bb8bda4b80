import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What the linter says of a file with this text at this address. */
const lint = (file: string, text: string) => {
  const { stdout, stderr } = spawnSync('biome', ['lint', `--stdin-file-path=${file}`], {
    input: text,
    encoding: 'utf8',
  });
  return stdout + stderr;
};

const importing = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;

test.each([
  ['src/domain/text.ts', '#data/client.ts'],
  ['src/domain/text.ts', '../services/app.ts'],
  ['src/domain/text.ts', 'node:fs'],
  ['src/data/day-lock.ts', '#services/app.ts'],
  ['src/data/day-lock.ts', '../web/http/handler.ts'],
  ['src/emails/email-html.ts', '#services/app.ts'],
  ['src/emails/email-html.ts', '#web/views/form-view.ts'],
  ['src/services/keys.ts', '#web/http/handler.ts'],
  ['src/services/desk/audit.ts', '../../web/http/handler.ts'],
  ['src/web/http/etag.ts', '#data/client.ts'],
  ['src/web/http/etag.ts', '../../../netlify/dev/serve.ts'],
  ['src/content/queries.ts', '#web/http/handler.ts'],
  ['src/components/content/facts.ts', '#services/app.ts'],
])('%s may not import %s', (file, from) => {
  expect(lint(file, importing(from))).toContain('noRestrictedImports');
});

test.each([
  ['src/domain/text.ts', 'export const y = process.env;\n'],
  ['src/services/keys.ts', 'export const y = (x: Request) => x.url;\n'],
  ['src/services/keys.ts', 'export const y = () => new Response();\n'],
])('%s may not reach what is above it: %s', (file, text) => {
  expect(lint(file, text)).toContain('noRestrictedGlobals');
});

test.each([
  ['src/services/keys.ts', '#data/client.ts'],
  ['src/web/http/etag.ts', '#services/keys.ts'],
  ['src/web/http/etag.ts', '#data/errors.ts'],
  ['src/data/day-lock.ts', '#domain/time/london.ts'],
])('%s may import %s', (file, from) => {
  expect(lint(file, importing(from))).not.toContain('noRestrictedImports');
});
