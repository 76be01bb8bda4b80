import type { Measured } from './lighthouse.ts';
import type { Seen } from './look.ts';
import type { Weight } from './weigh.ts';

/** All that is known of one page. */
export interface Row {
  readonly address: string;
  readonly weight: Weight;
  /** Absent for a page that is not there, which Lighthouse does not measure. */
  readonly measured: Measured | undefined;
  readonly light: Seen;
  readonly dark: Seen;
  /** What html-validate finds. */
  readonly html: readonly string[];
  /** What the Nu checker finds; absent where there is no Java to run it. */
  readonly nu: readonly string[] | undefined;
  /** Links on the page that lead nowhere. */
  readonly links: readonly string[];
}
