import { brotliCompressSync, constants } from 'node:zlib';

/** The most a page may weigh, with the styles and scripts that stand in it, in bytes. */
export const MOST_BYTES = 11_000;

/** The most script a page to read may hold and ask for, in bytes. */
export const MOST_SCRIPT = 2_048;

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** What a text weighs on its way to a reader, in bytes. */
export const weightOf = (text: string): number => brotliCompressSync(text, QUALITY).byteLength;
