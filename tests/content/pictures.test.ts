import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CIRCLE_KINDS } from '#domain/circle/kinds.ts';

test.each(CIRCLE_KINDS)(
  'pages with the circle “%s” have a picture to be shared with',
  async (kind) => {
    const { width, height, format } = await sharp(`public/og/${kind}.png`).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  },
);

test('the icons are there', () => {
  for (const name of ['favicon.svg', 'favicon.ico', 'apple-touch-icon.png'])
    expect(existsSync(`public/${name}`), name).toBe(true);
  expect([...readFileSync('public/favicon.ico').subarray(0, 4)]).toEqual([0, 0, 1, 0]);
});
