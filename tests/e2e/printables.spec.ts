import { expect, test } from './support.ts';

/** Each printable, and the width of its paper in points (A4 is 595 wide, A5 is 420). */
const SHEETS = [
  ['/make-the-case/one-page-summary/', 595],
  ['/make-the-case/senior-team-paper/', 595],
  ['/make-the-case/your-plan/', 595],
  ...['senior-team-paper', 'your-plan'].flatMap((sheet) =>
    // One group; a row for each level, with groups of three sizes; rows that do not fit.
    [
      'people=46&rhythm=monthly&sessions=12',
      'row=directors:10&row=managers:11&row=practitioners:73&row=carers:83&rhythm=weekly&sessions=51&groups=16',
      'row=directors:8&row=managers:14&row=practitioners:38&row=carers:27&rhythm=weekly&sessions=51',
      'row=directors:20000&row=managers:20001&row=practitioners:20002&row=carers:20003&rhythm=fortnightly&sessions=25',
    ].map((query) => [`/make-the-case/${sheet}/?${query}`, 595] as const),
  ),
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
