import { counted } from '#domain/count-words.ts';
import { type Fault, type Findings, inOrder } from './fault.ts';

const WIDTH = 10;

function inWords({ line, wrong, instead }: Fault): string {
  const at = (line === undefined ? '' : `line ${line}`).padEnd(WIDTH);
  return `  ${at}${wrong}\n  ${' '.repeat(WIDTH)}${instead}`;
}

/** Findings below the name of each file, by line: what is wrong, and what to write instead. */
function listed(faults: readonly Fault[]): { text: string; files: number } {
  const files = Map.groupBy(inOrder(faults), ({ where }) => where);
  const parts = [...files].map(([file, found]) => `${file}\n${found.map(inWords).join('\n')}`);
  return { text: parts.join('\n\n'), files: files.size };
}

/** What keeps words from being published, file by file, and how much there is of it. */
export function refusalReport(refusals: readonly Fault[]): string {
  const { text, files } = listed(refusals);
  if (files === 0) return 'Nothing to fix.';
  const things = counted(inOrder(refusals).length, 'thing');
  return `${text}\n\n${things} to fix before this can be published, in ${counted(files, 'file')}.`;
}

/** Advice, file by file, and how much there is of it; nothing when there is none. */
export function adviceReport(advice: readonly Fault[]): string {
  const { text, files } = listed(advice);
  if (files === 0) return '';
  const pieces = counted(inOrder(advice).length, 'suggestion');
  return `Advice. None of it holds anything up.\n\n${text}\n\n${pieces}, in ${counted(files, 'file')}.`;
}

/** Both, told apart. */
export const findingsReport = ({ refusals, advice }: Findings): string =>
  [adviceReport(advice), refusalReport(refusals)].filter((text) => text !== '').join('\n\n');
