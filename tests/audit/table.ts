import { COLUMNS } from './columns.ts';
import type { Measured } from './lighthouse.ts';
import type { Row } from './row.ts';

/** The table as text, and how many budgets were kept and broken. */
export interface Table {
  readonly text: string;
  readonly kept: number;
  readonly broken: number;
}

const inColumns = (lines: readonly (readonly string[])[]): string => {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  const pad = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return lines.map((line) => line.map(pad).join('  ')).join('\n');
};

/** One line a page; what breaks its budget is marked with an exclamation mark. */
export function tableOf(rows: readonly Row[], bare: Measured | undefined): Table {
  const judged = rows.map((row) => ({
    address: row.address,
    cells: COLUMNS.map((column) => column.of(row, bare)),
  }));
  const verdicts = judged.flatMap(({ cells }) => cells.flatMap(({ kept }) => kept ?? []));
  const text = inColumns([
    ['page', ...COLUMNS.map(({ title }) => title)],
    ...judged.map(({ address, cells }) => [
      address,
      ...cells.map(({ text, kept }) => (kept === false ? `!${text}` : text)),
    ]),
  ]);
  const broken = verdicts.filter((kept) => !kept).length;
  return { text, kept: verdicts.length - broken, broken };
}

/** What was found on each page, a line each. */
export const findings = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ address, measured, light, dark, html, nu = [], links }) =>
    Object.entries({
      Lighthouse: measured?.lost ?? [],
      'axe, light': light.axe,
      'axe, dark': dark.axe,
      'faint, light': light.contrast.faint,
      'faint, dark': dark.contrast.faint,
      'html-validate': html,
      vnu: nu,
      links,
    }).flatMap(([by, found]) => found.map((one) => `${address} ${by}: ${one}`)),
  );
