import sharp from 'sharp';
import { kept } from '../../../netlify/build/build-cache.ts';
import { DAY_INKS, standaloneCircle } from './draw.ts';
import type { CircleKind } from './kinds.ts';

/** A picture's size and the size of the circle in its middle, in pixels. */
export type Canvas = { readonly width: number; readonly height: number; readonly circle: number };

/** A drawing on paper, as a PNG. Drawing one takes longer than building the page it is of, so it is kept. */
export async function paint(kind: CircleKind, { width, height, circle }: Canvas): Promise<Blob> {
  const place = `x="${(width - circle) / 2}" y="${(height - circle) / 2}" width="${circle}" height="${circle}"`;
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${DAY_INKS.ground}"/>${standaloneCircle({ kind }, { at: place })}</svg>`;
  const png = await kept(`${picture} ${sharp.versions.vips}`, () =>
    sharp(Buffer.from(picture)).png({ palette: true }).toBuffer(),
  );
  return new Blob([new Uint8Array(png)], { type: 'image/png' });
}
