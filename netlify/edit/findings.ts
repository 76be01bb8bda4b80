import { contentFindings } from '../../src/content/check-content.ts';
import { faultLine } from '../../src/content/checks/fault.ts';
import type { Spelling } from '../../src/content/checks/spelling.ts';
import type { Known } from './forms/site-facts.ts';

/** What the checks find, a line for each, as `npm run check:words` says it. */
export interface FindingLines {
  /** What keeps the words from being published. */
  readonly refusals: readonly string[];
  /** What holds nothing up. */
  readonly advice: readonly string[];
}

/** What the checks find in the words and settings below `root`. */
export function findingLines(root: string, spelling?: Spelling): FindingLines {
  try {
    const { refusals, advice } = contentFindings(root, spelling);
    return { refusals: refusals.map(faultLine), advice: advice.map(faultLine) };
  } catch (error) {
    const failed = `The checks could not be run: ${(error as Error).message}`;
    return { refusals: [failed], advice: [] };
  }
}

/** What the checks find now, for every window that listens. */
export interface FindingsNow {
  /** Looks again, and tells everyone. */
  look(): FindingLines;
  /** An answer that goes on for as long as the window is open, with a message for each look. */
  listen(): Response;
}

/** What windows are told: the findings, and what forms judge by now. */
export interface FindingsMessage extends FindingLines {
  readonly known: Known;
}

const encoded = (message: FindingsMessage) =>
  new TextEncoder().encode(`data: ${JSON.stringify(message)}\n\n`);

/** Keeps everyone who listens told of what the checks find below `root`, and of what is known there. */
export function findingsNow(root: string, known: (root: string) => Known): FindingsNow {
  const now = (): FindingsMessage => ({ ...findingLines(root), known: known(root) });
  let message = now();
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  return {
    look() {
      message = now();
      for (const listener of listeners) listener.enqueue(encoded(message));
      return message;
    },
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
