import type { Fault } from './checks/fault.ts';
import { COMPONENTS, componentSchemas } from './components.ts';
import { attempt } from './faults.ts';
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
  parsePage,
} from './page-tree.ts';
import { repairPage } from './repair-page.ts';
import { saysSomething } from './says-something.ts';
import { schemaFaults } from './schema-faults.ts';
import { insteadOfTag } from './unknown-tag.ts';

type Components = ReturnType<typeof componentSchemas>;

let latest: { of: string; components: Components } | undefined;

/** Every page is held to the same schemas, which take longer to make than a page to read, so the latest are kept. */
function componentsFor(questions?: readonly string[]): Components {
  const of = JSON.stringify(questions ?? null);
  if (latest?.of !== of) latest = { of, components: componentSchemas(() => questions) };
  return latest.components;
}

function elementFaults(file: string, components: Components, element: Element): Fault[] {
  const line = lineOf(element);
  const component = element.name ?? '';
  const schema = components[component];
  if (schema) {
    const { empty } = COMPONENTS[component] ?? {};
    return [
      ...schemaFaults({ file, component, lineOf: () => line }, schema, attributesOf(element)),
      ...(empty === undefined || saysSomething(element)
        ? []
        : [{ where: file, line, wrong: `<${component}> is empty.`, instead: empty }]),
    ];
  }
  const instead = insteadOfTag(component, Object.keys(components));
  return [{ where: file, line, wrong: `There is no component <${component}>.`, instead }];
}

/** A space in curly brackets is left by formatting, and a remark is for colleagues; anything else there is code. */
const HARMLESS = /^\s*(?:(['"])\s*\1|\/\*[\s\S]*\*\/)\s*$/;

function nodeFaults(file: string, components: Components, node: Node): Fault[] {
  if (isElement(node)) return elementFaults(file, components, node);
  const at = { where: file, line: lineOf(node) };
  if (node.type === 'heading' && !saysSomething(node)) {
    return [{ ...at, wrong: 'A heading has no words.', instead: 'Write them, or take it out.' }];
  }
  if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return [];
  if (HARMLESS.test(node.value)) return [];
  return [
    {
      ...at,
      wrong: `What stands in curly brackets, {${node.value}}, is read as code.`,
      instead: 'Write round brackets, ( and ).',
    },
  ];
}

/** A page that says nothing, and that the site does not fill in. One without fields is told of those first. */
const emptyFaults = (file: string, fields: unknown, tree: Node): Fault[] =>
  !fields || saysSomething(tree) || (fields as { live?: unknown }).live !== undefined
    ? []
    : [
        {
          where: file,
          line: 1,
          wrong: 'The page has no words.',
          instead: 'Write what readers come for, or take the page away.',
        },
      ];

/** Each mistake in a page’s fields and components. `questions` are the names in content/questions.yaml, when they can be read. */
export function pageFaults(page: PageFile, questions?: readonly string[]): Fault[] {
  const { file, source, unread = [] } = page;
  if (unread.length > 0) return [...unread];
  const components = componentsFor(questions);
  const fields = attempt(() => readFrontmatter(file, source));
  const repaired = repairPage(page);
  const parsed = parsePage(repaired.source);
  const repairedAt = new Set(repaired.faults.map(({ line }) => line));
  const elsewhere = ({ line }: Fault) => !repairedAt.has(line);
  return [
    ...fields.faults,
    ...(fields.value ? schemaFaults(fields.value, PageSchema, fields.value.value ?? {}) : []),
    ...repaired.faults,
    ...('tree' in parsed
      ? [
          ...[...everyNode(parsed.tree)].flatMap((node) => nodeFaults(file, components, node)),
          ...emptyFaults(file, fields.value?.value, parsed.tree),
        ].filter(elsewhere)
      : []),
  ];
}
