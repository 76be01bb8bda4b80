import { contentFindings } from '../../src/content/check-content.ts';
import type { Spelling } from '../../src/content/checks/spelling.ts';
import { type Finding, inFields } from './finding-fields.ts';
import type { Known } from './forms/site-facts.ts';

/** What the checks find, as `npm run check:words` does, each with the field it is about. */
export interface FoundNow {
  /** What keeps the words from being published. */
  readonly refusals: readonly Finding[];
  /** What holds nothing up. */
  readonly advice: readonly Finding[];
}

/** What the checks find in the words and settings below `root`. */
export function foundIn(root: string, spelling?: Spelling): FoundNow {
  try {
    const { refusals, advice } = contentFindings(root, spelling);
    return { refusals: inFields(root, refusals), advice: inFields(root, advice) };
  } catch (error) {
    const { message: instead } = error as Error;
    const failed = { where: 'The checks', wrong: 'They could not be run.', instead };
    return { refusals: [failed], advice: [] };
  }
}

/** What the checks find now, for every window that listens. */
export interface FindingsNow {
  /** Looks again, and tells everyone. */
  look(): FoundNow;
  /** What was found when it was last looked. */
  latest(): FoundNow;
  /** An answer that goes on for as long as the window is open, with a message for each look. */
  listen(): Response;
}

/** What windows are told: the findings, and what forms judge by now. */
export interface FindingsMessage extends FoundNow {
  readonly known: Known;
}

const encoded = (message: FindingsMessage) =>
  new TextEncoder().encode(`data: ${JSON.stringify(message)}\n\n`);

/** Keeps everyone who listens told of what the checks find below `root`, and of what is known there. */
export function findingsNow(root: string, known: (root: string) => Known): FindingsNow {
  const now = (): FindingsMessage => ({ ...foundIn(root), known: known(root) });
  let message = now();
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  return {
    look() {
      message = now();
      for (const listener of listeners) listener.enqueue(encoded(message));
      return message;
    },
    latest: () => message,
    listen() {
      let own: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          listeners.add(own);
          own.enqueue(encoded(message));
        },
        cancel: () => void listeners.delete(own),
      });
      return new Response(stream, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      });
    },
  };
}
