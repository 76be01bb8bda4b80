import type { Path } from '../schema-shape.ts';

/** Something to fix or improve in what staff write, said to the person who wrote it. */
export interface Fault {
  /** The file, or for what is only seen on the built site its address. */
  readonly where: string;
  /** The line of the file, from 1. */
  readonly line?: number | undefined;
  /** The field it is about, where its line may be that of another, as of one that is missing. */
  readonly field?: Path | undefined;
  /** What is wrong, as a sentence. */
  readonly wrong: string;
  /** What to write instead, as a sentence. */
  readonly instead: string;
}

/** A fault in one line: "content/pages/plan.mdx:12: what is wrong. What to write instead." */
export const faultLine = ({ where, line, wrong, instead }: Fault): string =>
  `${where}${line === undefined ? '' : `:${line}`}: ${wrong} ${instead}`;

const before = (one: Fault, other: Fault): number =>
  one.where === other.where
    ? (one.line ?? 0) - (other.line ?? 0)
    : one.where.localeCompare(other.where, 'en');

/** Faults by file, and in each by line; the same one twice is said once. */
export const inOrder = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.toSorted(before).map((fault) => [faultLine(fault), fault])).values(),
];

/** What the checks find: refusals keep words from being published; advice is for the writer to take or leave. */
export interface Findings {
  readonly refusals: readonly Fault[];
  readonly advice: readonly Fault[];
}
