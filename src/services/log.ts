/** What ends a line for whatever reads a log, wide forms included. */
const LINE_ENDS = /[\n\r\u0085\u2028\u2029]\s*/g;

/**
 * Writes one line to the function's log, and never more than one: what reads logs takes each for an entry of its own.
 * Lines hold references, never names, addresses, messages or keys.
 */
export const log = (line: string): void => console.log(line.replace(LINE_ENDS, ' '));
