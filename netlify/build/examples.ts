import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { EXAMPLES_FILE, examplesIn } from '#content/readme-examples.ts';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/** What a page imports to show the examples. */
const ALL = 'virtual:examples';

/** One of them, which is read as a page is: its name ends so that Astro does. */
const ONE = /^virtual:example-(\d+)\.mdx$/;

/** The examples of docs/content.md below `root`, as a module: each with its words and what they make. */
export function readmeExamples(root: string): Plugin {
  const file = join(root, EXAMPLES_FILE);
  const examples = () => examplesIn(readFileSync(file, 'utf8'));
  return {
    name: 'readme-examples',
    resolveId: (id) => (id === ALL || ONE.test(id) ? id : undefined),
    load(id) {
      const one = ONE.exec(id)?.[1];
      if (one !== undefined) return examples()[Number(one)]?.words;
      if (id !== ALL) return undefined;
      const found = examples();
      const imports = found.map((_, at) => `import Shown${at} from 'virtual:example-${at}.mdx';`);
      const list = found.map(
        (example, at) => `{ ...${JSON.stringify(example)}, Shown: Shown${at} }`,
      );
      return `${imports.join('\n')}\nexport const examples = [${list.join(', ')}];\n`;
    },
  };
}
