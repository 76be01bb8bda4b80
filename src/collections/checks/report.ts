import { type Fault, inOrder } from './fault.ts';

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

const WIDTH = 10;

function inWords({ line, wrong, instead }: Fault): string {
  const at = (line === undefined ? '' : `line ${line}`).padEnd(WIDTH);
  return `  ${at}${wrong}\n  ${' '.repeat(WIDTH)}${instead}`;
}

/**
 * Faults as whoever wrote the words reads them: each file once, its faults below it by line, what is
 * wrong and what to write instead, and how many there are at the end.
 */
export function faultReport(faults: readonly Fault[]): string {
  const ordered = inOrder(faults);
  if (ordered.length === 0) return 'Nothing to mend.';
  const files = Map.groupBy(ordered, ({ where }) => where);
  const parts = [...files].map(([file, found]) => `${file}\n${found.map(inWords).join('\n')}`);
  const things = counted(ordered.length, 'thing');
  return `${parts.join('\n\n')}\n\n${things} to mend, in ${counted(files.size, 'file')}.`;
}
