import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { passagesOf } from './passage.ts';

const INSTEAD = 'Write “reflective practice groups” the first time, then “groups”.';

const DEFINED =
  /RPG(?:s?\s+(?:is|are)\s+short\s+for|s?\s*\()\s*(?:a\s+)?reflective\s+practice\s+group/;

/** “RPG” reads as a game or a weapon. One page may say what it is short for, once, and none may use it. */
export function abbreviationFaults(pages: readonly PageText[]): Fault[] {
  let defined = false;
  return pages.flatMap((page) =>
    passagesOf(page).flatMap((passage) =>
      [...passage.text.matchAll(/\bRPG/g)].flatMap(({ index }) => {
        const defines = DEFINED.test(passage.text.slice(index));
        if (defines && !defined) {
          defined = true;
          return [];
        }
        const wrong = defines
          ? '“RPG” is explained a second time.'
          : '“RPG” is used without being explained.';
        return [{ where: passage.where, line: passage.lineAt(index), wrong, instead: INSTEAD }];
      }),
    ),
  );
}
