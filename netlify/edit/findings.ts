import { contentFindings } from '../../src/content/check-content.ts';
import { faultLine } from '../../src/content/checks/fault.ts';

/** What the checks find, a line for each, as `npm run check:words` says it. */
export interface FindingLines {
  /** What keeps the words from being published. */
  readonly refusals: readonly string[];
  /** What holds nothing up. */
  readonly advice: readonly string[];
}

/** What the checks find in the words and settings below `root`. */
export function findingLines(root: string): FindingLines {
  try {
    const { refusals, advice } = contentFindings(root);
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

const message = (findings: FindingLines) =>
  new TextEncoder().encode(`data: ${JSON.stringify(findings)}\n\n`);

/** Keeps everyone who listens told of what the checks find below `root`. */
export function findingsNow(root: string): FindingsNow {
  let findings = findingLines(root);
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  return {
    look() {
      findings = findingLines(root);
      for (const listener of listeners) listener.enqueue(message(findings));
      return findings;
    },
    listen() {
      let own: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          listeners.add(own);
          own.enqueue(message(findings));
        },
        cancel: () => void listeners.delete(own),
      });
      return new Response(stream, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      });
    },
  };
}
