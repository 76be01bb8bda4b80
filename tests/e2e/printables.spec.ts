import { expect, test } from './support.ts';

/** Each printable, and the width of its paper in points (A4 is 595 wide, A5 is 420). */
const SHEETS = [
  ['/make-the-case/one-page-summary/', 595],
  ['/make-the-case/senior-team-paper/', 595],
  ['/make-the-case/your-plan/', 595],
  ['/make-the-case/room-and-rota/', 595],
  ['/make-the-case/first-group/', 420],
  ['/make-the-case/a-year/', 595],
  ['/questions-to-ask/', 595],
] as const;

for (const [path, width] of SHEETS) {
  test(`${path} prints on one sheet of its own paper`, async ({ page }) => {
    await page.goto(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    expect(Math.round(Number(/MediaBox ?\[0 0 ([\d.]+)/.exec(pdf)?.[1]))).toBe(width);
  });
}
