/** Something to mend in the words of the site, said to whoever wrote them. */
export interface Fault {
  /** The file, or for what is only seen on the built site its address. */
  readonly where: string;
  /** The line of the file, from 1. */
  readonly line?: number | undefined;
  /** What is wrong, as a sentence. */
  readonly wrong: string;
  /** What to write instead, as a sentence. */
  readonly instead: string;
}

/** A fault in one line: "content/pages/plan.mdx:12: what is wrong. What to write instead." */
export const faultLine = ({ where, line, wrong, instead }: Fault): string =>
  `${where}${line === undefined ? '' : `:${line}`}: ${wrong} ${instead}`;
