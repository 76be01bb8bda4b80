import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** What html-validate finds in a page. */
export async function validate(markup: string): Promise<string[]> {
  const { results } = await validator.validateString(markup);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

interface NuMessage {
  type: string;
  subType?: string;
  url: string;
  message: string;
  lastLine?: number;
}

/** The Nu checker knows no CSS from after 2022; of styles it says only what every browser refuses as well. */
const UNKNOWN_TO_IT = /^CSS: |At-rule|@layer|@view-transition/;

/** Its report on the files. Undefined where there is no Java. */
async function askNu(files: readonly string[]): Promise<NuMessage[] | undefined> {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const words = ['-jar', jar, '--format', 'json', '--exit-zero-always', ...files];
  const { stderr } = await run('java', words, { maxBuffer: 64_000_000 }).catch((error) => {
    if (error.code === 'ENOENT') return { stderr: '' };
    throw error;
  });
  return stderr ? (JSON.parse(stderr) as { messages: NuMessage[] }).messages : undefined;
}

/**
 * What the Nu checker (the W3C's) finds in each page, in their order. One run of Java for all of them;
 * undefined where there is none.
 */
export async function checkWithNu(markups: readonly string[]): Promise<string[][] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'nu-'));
  const files = markups.map((markup, index) => {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, markup);
    return file;
  });
  const messages = await askNu(files);
  rmSync(folder, { recursive: true });
  const faults = messages?.filter(
    ({ type, message }) => type !== 'info' && !UNKNOWN_TO_IT.test(message),
  );
  return (
    faults &&
    files.map((file) =>
      faults
        .filter(({ url }) => fileURLToPath(url) === file)
        .map(({ lastLine, message }) => `${lastLine ?? ''} ${message}`.trim()),
    )
  );
}
