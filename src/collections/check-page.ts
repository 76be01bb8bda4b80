import { componentSchemas } from './components.ts';
import { ContentError, faultsOf } from './faults.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { PageFile } from './page-files.ts';
import { PageSchema } from './page-schema.ts';
import {
  attributesOf,
  type Element,
  everyNode,
  isElement,
  lineOf,
  type Node,
  readTree,
} from './page-tree.ts';

type Components = ReturnType<typeof componentSchemas>;

function elementFaults(file: string, components: Components, element: Element): string[] {
  const where = `${file}:${lineOf(element)}`;
  const schema = components[element.name ?? ''];
  if (!schema) {
    return [
      `${where}: received <${element.name ?? ''}>. There is no such component; expected one of: ${Object.keys(components).join(', ')}.`,
    ];
  }
  return faultsOf(`${where}: <${element.name}>`, schema, attributesOf(element));
}

function nodeFaults(file: string, components: Components, node: Node): string[] {
  if (isElement(node)) return elementFaults(file, components, node);
  if (node.type !== 'mdxjsEsm') return [];
  return [
    `${file}:${lineOf(node)}: received code ("${node.value}"). Expected words and components; components need no import.`,
  ];
}

/** `read` as a list of lines to mend: what it throws as ContentError is one of them. */
function lines(read: () => string[]): string[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof ContentError) return [error.message];
    throw error;
  }
}

/**
 * A line for each mistake in a page's fields and components, naming the file, the field, what was
 * received and what was expected. `questions` are the names in content/questions.yaml.
 */
export function pageFaults({ file, source }: PageFile, questions: readonly string[]): string[] {
  const components = componentSchemas(questions);
  return [
    ...lines(() => faultsOf(file, PageSchema, readFrontmatter(file, source))),
    ...lines(() =>
      [...everyNode(readTree(file, source))].flatMap((node) => nodeFaults(file, components, node)),
    ),
  ];
}
