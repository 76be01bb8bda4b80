import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A sentence, or a part of one, that the code can show a person. */
export interface Message {
  where: string;
  line: number;
  text: string;
}

const VALUE = '…';

/** The text of a literal; what a template fills in stands as “…”. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce(
    (text, span) => text + VALUE + span.literal.text,
    node.head.text,
  );
}

/** SQL, and values of headers and styles, are no messages. */
const IS_CODE = /\b(?:SELECT|UPDATE|INSERT|DELETE|JOIN|WHERE|NOT NULL)\b|^[\w-]+:|[{};]\s*$|=>/;

const WORDS = /\p{L}{2,}(?:[ ,:]+[\p{L}’'…“”-]+){2,}/u;

/** Every literal of a file that reads as words. */
export function messagesIn(where: string, code: string): Message[] {
  const file = ts.createSourceFile(where, code, ts.ScriptTarget.Latest);
  const found: Message[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isRegularExpressionLiteral(node)) return;
    const text = textOf(node)
      ?.replace(/<[^>]*>|!(?=\[)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== undefined && WORDS.test(text) && !IS_CODE.test(text)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ where, line, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The code that speaks to people: pages, forms, mail, the desk, commands and the editor. */
const SPEAKING = ['src/**/*.ts', 'netlify/{build,dev}/**/*.ts'];

/** Lists of words to look for, which are said to nobody, and the mailbox, which answers as Resend does. */
const SILENT = /^src\/content\/checks\/|^src\/unpublished\/|^netlify\/dev\/mailbox\//;

/** Every message of the code. */
export const messagesOfCode = (): Message[] =>
  globSync(SPEAKING)
    .filter((file) => !SILENT.test(file) && !file.includes('node_modules'))
    .sort()
    .flatMap((file) => messagesIn(file, readFileSync(file, 'utf8')));
