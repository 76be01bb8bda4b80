import * as z from 'zod';

/** What a sentence can rest on besides the source, and when it does. */
export const BASES = {
  software: 'what this site and its emails truly do',
  law: 'what the law says',
  public: 'anybody can find it to be so, and it asks nothing of us: Relay UK, paper, a browser',
  question: 'it asks, and claims nothing',
  invitation: 'it asks the reader to do something, or offers a conversation that commits nobody',
  navigation: 'it names a part of the site, or says what is to be found there',
  arithmetic: 'it follows from the facts by counting',
  open: 'it says that something is not said, or not known, here',
  remark: 'it notices something about work in general, and claims nothing about the service',
} as const;

/** A basis that is not a line of the source. */
export type Basis = keyof typeof BASES;

const says = z.string().min(1).describe('The sentence as it stands on the page.');

const SourcedSchema = z.strictObject({
  says,
  source: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe('The words of the source it rests on, exactly; a list where it rests on several.'),
});

const PageLedgerSchema = z.strictObject({
  source: z.array(SourcedSchema).optional(),
  ...(Object.fromEntries(
    Object.entries(BASES).map(([basis, when]) => [basis, z.array(says).optional().describe(when)]),
  ) as Record<Basis, z.ZodOptional<z.ZodArray<typeof says>>>),
});

/** What every sentence on every page rests on: pages by id, sentences by basis. */
export const LedgerSchema = z.record(z.string(), PageLedgerSchema);

export type Ledger = z.infer<typeof LedgerSchema>;
export type PageLedger = z.infer<typeof PageLedgerSchema>;
