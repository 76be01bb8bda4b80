import type { APIRoute } from 'astro';
import { paint } from '../components/circle/paint.ts';

const SIZE = 32;
const HEADER = 22;

/** The mark for whatever asks for `/favicon.ico` unasked: one PNG behind the header of an ICO file. */
export const GET: APIRoute = async () => {
  const png = Buffer.from(
    await (await paint('mark', { width: SIZE, height: SIZE, circle: 28 })).arrayBuffer(),
  );
  const header = Buffer.alloc(HEADER);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(SIZE, 6);
  header.writeUInt8(SIZE, 7);
  header.writeUInt16LE(1, 10); // colour planes
  header.writeUInt16LE(32, 12); // bits a pixel
  header.writeUInt32LE(png.byteLength, 14);
  header.writeUInt32LE(HEADER, 18);
  return new Response(Buffer.concat([header, png]), {
    headers: { 'content-type': 'image/x-icon' },
  });
};
