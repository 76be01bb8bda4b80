import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Whom functions connect to is decided in these files alone; docs/security.md lists them with where each leads.

/** What opens a connection, or brings somebody’s code that does. */
const OPENS =
  /(?<![.\w])fetch\(|['"]node:(?:https?|http2|net|tls|dgram|dns)['"]|['"](?:resend|pg|undici|@netlify\/(?:database|blobs))['"]|\bpurgeCache\b|new (?:WebSocket|EventSource)\b/;

/** Types alone open nothing. */
const withoutTypes = (source: string) => source.replace(/^import type [^;]+;$/gm, '');

const opening = globSync('{src/{data,domain,emails,services,web},netlify/functions}/**/*.ts')
  .filter((file) => OPENS.test(withoutTypes(readFileSync(file, 'utf8'))))
  .sort();

const listed = () => {
  const [, table = ''] = readFileSync('docs/security.md', 'utf8').split(
    '## Where functions connect to',
  );
  const [rows = ''] = table.split('\n## ');
  return [...rows.matchAll(/`((?:src|netlify)\/[\w/.-]+\.ts)`/g)].map(([, file]) => file).sort();
};

test('functions connect from no file but those of the list in docs/security.md', () => {
  expect(opening.length).toBeGreaterThan(4);
  expect(listed()).toEqual(opening);
});
