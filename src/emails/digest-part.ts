import { nameFirst } from '#domain/cases/contact-person.ts';
import type { Caller, Digest } from '#domain/desk/digest.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { heading, paragraph } from './blocks.ts';
import type { EmailBlock } from './email-words.ts';

/** A row of a part: what it is found by, what there is to know, and where it leads. */
export type Row = readonly [label: string, answer: string, href?: string];

export const lines = (...given: (string | false | undefined)[]) => given.filter(Boolean).join('\n');

/** No part of the digest is longer, whatever came in one night: the desk has the rest. */
const MOST_ROWS = 50;

/** A part of the digest: left out when there is nothing in it. */
export function section<One>(
  title: string,
  all: readonly One[],
  row: (one: One) => Row,
  { before, most = MOST_ROWS }: { before?: string; most?: number } = {},
): EmailBlock[] {
  if (all.length === 0) return [];
  const more = all.length - most;
  return [
    heading(title),
    ...(before ? [paragraph(before)] : []),
    { kind: 'answers', rows: all.slice(0, most).map(row) },
    ...(more > 0 ? [paragraph(`${more} more ${more === 1 ? 'is' : 'are'} at the desk.`)] : []),
  ];
}

/** A row about a case: who it is from, which leads to its page at the desk, and its reference last. */
export const caseRow = ({ site }: Digest, caller: Caller, answer: string): Row => [
  nameFirst(caller) || 'No name given',
  lines(answer, caller.owner && `${caller.owner} sees to it`, `Reference ${caller.reference}`),
  site + deskCasePath(caller.reference),
];
