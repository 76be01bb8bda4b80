/** The characters of a reference: no look-alikes, so it can be read out on the telephone. */
export const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const REFERENCE_LENGTH = 8;

/** The largest multiple of the alphabet's length a byte can hold, so that every character is as likely. */
const FAIR_BYTES = 256 - (256 % REFERENCE_ALPHABET.length);

/**
 * A reference from `randomBytes`, a source of random bytes: 8 characters that mean nothing.
 * Bytes that would favour some characters are thrown away.
 */
export function makeReference(randomBytes: (count: number) => Uint8Array): string {
  let reference = '';
  while (reference.length < REFERENCE_LENGTH) {
    for (const byte of randomBytes(REFERENCE_LENGTH)) {
      if (byte >= FAIR_BYTES || reference.length === REFERENCE_LENGTH) continue;
      reference += REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length];
    }
  }
  return reference;
}

const SHAPE = new RegExp(`^[${REFERENCE_ALPHABET}]{${REFERENCE_LENGTH}}$`);

/** A reference as somebody typed or heard it, as it is kept: any case, with or without spaces and hyphens; undefined when it is none. */
export function readReference(typed: string): string | undefined {
  const plain = typed.replace(/[\s-]/g, '').toUpperCase();
  return SHAPE.test(plain) ? plain : undefined;
}
