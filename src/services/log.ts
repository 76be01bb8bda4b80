/** Writes one line to the function's log. Lines hold references, never names, addresses, messages or keys. */
export const log = (line: string): void => console.log(line);
