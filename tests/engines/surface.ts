/** What a driver does in its engine with what an XPath finds first; all else is built on these. */
export interface Surface {
  /** The engine's name and version, as it says them. */
  readonly version: string;
  open(address: string): Promise<void>;
  address(): Promise<string>;
  /** The words drawn in an element. Rejects while there is none. */
  words(xpath: string): Promise<string>;
  click(xpath: string): Promise<void>;
  /** Types into a field, in place of what stands there. */
  fill(xpath: string, text: string): Promise<void>;
  /** What stands in a field. */
  value(xpath: string): Promise<string>;
  close(): Promise<void>;
}

/** The engine is not on this machine. The message says how to get it. */
export class EngineMissingError extends Error {}
