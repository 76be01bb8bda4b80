import { contentFaults } from '#collections/check-content.ts';
import { faultLine } from '#collections/checks/fault.ts';

/** A line for each thing to mend in the words and settings below `root`, as `npm run check:words` says them. */
export function faultLines(root: string): string[] {
  try {
    return contentFaults(root).map(faultLine);
  } catch (error) {
    return [`The checks could not be run: ${(error as Error).message}`];
  }
}

/** What is to be mended now, for whoever listens. */
export interface FaultsNow {
  /** Looks again, and tells everyone. */
  look(): readonly string[];
  /** An answer that goes on for as long as somebody listens, with a message for each look. */
  listen(): Response;
}

const message = (faults: readonly string[]) =>
  new TextEncoder().encode(`data: ${JSON.stringify(faults)}\n\n`);

/** Keeps everyone who listens told of what is to be mended below `root`. */
export function faultsNow(root: string): FaultsNow {
  let faults = faultLines(root);
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  return {
    look() {
      faults = faultLines(root);
      for (const listener of listeners) listener.enqueue(message(faults));
      return faults;
    },
    listen() {
      let own: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          listeners.add(own);
          own.enqueue(message(faults));
        },
        cancel: () => void listeners.delete(own),
      });
      return new Response(stream, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      });
    },
  };
}
