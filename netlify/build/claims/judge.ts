import { oneLine } from '#collections/checks/block.ts';
import { SOURCE_FILE } from '#collections/checks/claims.ts';
import { BASES, type Basis } from '#collections/checks/ledger.ts';
import type { New, Rests } from '#collections/checks/ledger-changes.ts';

/** Asks one question and gives back the answer; undefined when nobody answers any longer. */
export type Ask = (question: string) => Promise<string | undefined>;

const KINDS = Object.keys(BASES) as Basis[];

const LISTED = [
  '   1  the text the site is written from says so: you are asked for its words',
  ...KINDS.map((kind, index) => `  ${String(index + 2).padStart(2)}  ${BASES[kind]}`),
  '   s  leave it for now',
].join('\n');

const meaning = (rests: Rests) =>
  rests.on === 'source'
    ? `the text the site is written from: “${[rests.quotes].flat().join('”, “')}”`
    : BASES[rests.on];

function asked({ page, says, line, was }: New): string {
  const before = was
    ? `\n  It seems to stand in place of “${was.says}”, which rested on this: ${meaning(was.rests)}.\n  Enter  it still rests on the same`
    : '';
  return `\n${page.file}, line ${line}\n  “${says}”${before}\n${LISTED}\nWhat does it rest on? `;
}

/** The words of the source a sentence rests on; undefined when whoever was asked gives up. */
async function quoted(ask: Ask, source: string): Promise<Rests | undefined> {
  for (;;) {
    const words = await ask(
      `The words it rests on, exactly as ${SOURCE_FILE} has them (Enter to go back): `,
    );
    if (!words?.trim()) return undefined;
    const quotes = oneLine(words);
    if (oneLine(source).includes(quotes)) return { on: 'source', quotes };
    await ask('Those words are not there. Press Enter to try again. ');
  }
}

/** What a new sentence rests on, as whoever is asked judges it; undefined when it is left for now. */
export async function judge(ask: Ask, sentence: New, source: string): Promise<Rests | undefined> {
  for (;;) {
    const answer = (await ask(asked(sentence)))?.trim().toLowerCase();
    if (answer === undefined || answer === 's') return undefined;
    if (answer === '' && sentence.was) return sentence.was.rests;
    const kind = KINDS[Number(answer) - 2];
    if (kind !== undefined) return { on: kind };
    const rests = answer === '1' ? await quoted(ask, source) : undefined;
    if (rests) return rests;
  }
}
