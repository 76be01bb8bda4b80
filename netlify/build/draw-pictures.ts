import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { DAY_INKS, EVENING_RULES, standaloneCircle } from '#domain/circle/draw.ts';
import { CIRCLE_KINDS, type CircleKind } from '#domain/circle/kinds.ts';

/** A picture's size and the size of the circle in its middle, in pixels. */
type Canvas = { readonly width: number; readonly height: number; readonly circle: number };

const SHARED: Canvas = { width: 1200, height: 630, circle: 520 };
const HOME_SCREEN: Canvas = { width: 180, height: 180, circle: 132 };
const ICON: Canvas = { width: 32, height: 32, circle: 28 };

/** A drawing on paper, as a PNG. */
function draw(kind: CircleKind, { width, height, circle }: Canvas): Promise<Buffer> {
  const place = `x="${(width - circle) / 2}" y="${(height - circle) / 2}" width="${circle}" height="${circle}"`;
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${DAY_INKS.ground}"/>${standaloneCircle({ kind }, { at: place })}</svg>`;
  return sharp(Buffer.from(picture)).png({ palette: true }).toBuffer();
}

/** One PNG behind the header of an ICO file. */
function icoOf(png: Buffer, { width, height }: Canvas): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(width, 6);
  header.writeUInt8(height, 7);
  header.writeUInt16LE(1, 10); // colour planes
  header.writeUInt16LE(32, 12); // bits a pixel
  header.writeUInt32LE(png.byteLength, 14);
  header.writeUInt32LE(header.byteLength, 18);
  return Buffer.concat([header, png]);
}

/** Draws the icons, and the picture shared with the pages of each circle, into `public/`. */
async function drawPictures(folder: string): Promise<void> {
  mkdirSync(join(folder, 'og'), { recursive: true });
  const write = (name: string, bytes: Buffer | string) => writeFileSync(join(folder, name), bytes);
  write('favicon.svg', standaloneCircle({ kind: 'mark' }, { extra: EVENING_RULES }));
  write('favicon.ico', icoOf(await draw('mark', ICON), ICON));
  write('apple-touch-icon.png', await draw('mark', HOME_SCREEN));
  for (const kind of CIRCLE_KINDS) write(`og/${kind}.png`, await draw(kind, SHARED));
}

await drawPictures('public');
