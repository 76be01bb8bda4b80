import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const importing = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;

/** In which folder, and what stands there that may not. */
const UPWARDS = [
  ['src/domain', importing('#data/client.ts')],
  ['src/domain', importing('../services/app.ts')],
  ['src/domain', importing('node:fs')],
  ['src/domain', importing('drizzle-orm')],
  ['src/domain', 'export const y = process.env;\n'],
  ['src/data', importing('#services/app.ts')],
  ['src/data', importing('../web/http/web-app.ts')],
  ['src/emails', importing('#services/app.ts')],
  ['src/emails', importing('#web/views/form-view.ts')],
  ['src/emails', importing('drizzle-orm')],
  ['src/services', importing('#web/http/web-app.ts')],
  ['src/services/desk', importing('../../web/http/web-app.ts')],
  ['src/services', importing('hono')],
  ['src/services', importing('drizzle-orm')],
  ['src/services', importing('drizzle-orm/pg-core')],
  ['src/services', importing('#data/schema.ts')],
  ['src/services/desk', importing('../../data/schema.ts')],
  ['src/services', 'export const y = (x: Request) => x.url;\n'],
  ['src/services', 'export const y = () => new Response();\n'],
  ['src/web/http', importing('#data/client.ts')],
  ['src/web/http', importing('drizzle-orm')],
  ['src/web/http', importing('#data/schema.ts')],
  ['src/web/http', importing('../../../netlify/dev/serve.ts')],
  ['src/content', importing('#web/http/web-app.ts')],
  ['src/components/content', importing('#services/app.ts')],
] as const;

/** The same of what may. */
const DOWNWARDS = [
  ['src/data', importing('#domain/time/london.ts')],
  ['src/services', importing('#data/client.ts')],
  ['src/web/http', importing('#services/keys.ts')],
  ['src/web/http', importing('#data/errors.ts')],
  ['src/components/content', importing('#web/views/form-view.ts')],
] as const;

const nameOf = (folder: string, index: number, kind: string) => `${folder}/${kind}-${index}.ts`;

let root = '';
let said = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const name of ['biome.json', '.gitignore']) copyFileSync(name, join(root, name));
  const write = (file: string, text: string) => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  UPWARDS.forEach(([folder, text], index) => {
    write(nameOf(folder, index, 'up'), text);
  });
  DOWNWARDS.forEach(([folder, text], index) => {
    write(nameOf(folder, index, 'down'), text);
  });
  said = spawnSync(
    join(process.cwd(), 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'],
    { cwd: root, encoding: 'utf8' },
  ).stdout;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const restrictionsOf = (file: string) =>
  said.split('\n').filter((line) => line.includes(file) && line.includes('noRestricted'));

test.each(UPWARDS.map((one, index) => [...one, index] as const))(
  '%s: refused is %s',
  (folder, _, index) => {
    expect(restrictionsOf(nameOf(folder, index, 'up'))).toHaveLength(1);
  },
);

test.each(DOWNWARDS.map((one, index) => [...one, index] as const))(
  '%s: taken is %s',
  (folder, _, index) => {
    expect(restrictionsOf(nameOf(folder, index, 'down'))).toEqual([]);
  },
);

/** A statement as text. What a request is asked for is none. */
const writesStatement = (source: string) => /(?<!\breq)\.query\s*[<(]/.test(source);

test.each([
  ["await tx.query('SELECT 1');", true],
  ['app.database.query<{ id: string;\n  at: Date }>(\n  `SELECT`)', true],
  ['database\n  .query(TEXT, [now])', true],
  ["c.req.query('page')", false],
  ['await tx.execute(sql`SELECT 1`)', false],
  ['const { query } = url; read(query.page)', false],
])('a statement as text is in %j: %s', (source, written) => {
  expect(writesStatement(source)).toBe(written);
});

test('statements go through Drizzle, which checks their tables and columns', () => {
  const files = globSync('src/**/*.{ts,astro}').filter((file) => file !== 'src/data/client.ts');
  expect(files.length).toBeGreaterThan(300);
  const written = files.filter((file) => writesStatement(readFileSync(file, 'utf8')));
  expect(written).toEqual([]);
});
