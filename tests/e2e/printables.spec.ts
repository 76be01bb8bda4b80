import { SHEETS } from './states/pages.ts';
import { everyNth, expect, test } from './support.ts';

/** The width of A4 in points. */
const A4 = 595;

/** Plans that fill a sheet with little and with much. */
const PLANS = [
  // One group; a row for each level, with groups of three sizes; rows that do not fit.
  'people=46&rhythm=monthly&sessions=12',
  'row=directors:10&row=managers:11&row=practitioners:73&row=carers:83&rhythm=weekly&sessions=51&groups=16',
  'row=directors:8&row=managers:14&row=practitioners:38&row=carers:27&rhythm=weekly&sessions=51',
  'row=directors:20000&row=managers:20001&row=practitioners:20002&row=carers:20003&rhythm=fortnightly&sessions=25',
] as const;

const FILLED = ['senior-team-paper', 'your-plan'].flatMap((sheet) =>
  PLANS.map((query) => `/make-the-case/${sheet}/?${query}`),
);

for (const path of [...SHEETS, ...everyNth(4, FILLED, 1)]) {
  test(`${path} prints on one sheet of A4`, async ({ page }) => {
    await page.goto(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    expect(Math.round(Number(/MediaBox ?\[0 0 ([\d.]+)/.exec(pdf)?.[1]))).toBe(A4);
  });
}
