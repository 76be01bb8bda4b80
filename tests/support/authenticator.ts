import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** Lengths up to 65,535, as CBOR writes them (RFC 8949, 3). */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

const cborText = (text: string) => Buffer.concat([head(3, text.length), Buffer.from(text)]);
const cborBytes = (bytes: Uint8Array) => Buffer.concat([head(2, bytes.length), bytes]);
const cborInt = (value: number) => (value >= 0 ? head(0, value) : head(1, -1 - value));

/** Authenticator data (Web Authentication, 6.1): the site, that the user was there and verified, a count, a new key. */
function authenticatorData(rpId: string, counter: number, made?: Buffer): Buffer {
  const flags = Buffer.from([made ? 0x45 : 0x05]);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), flags, count, ...(made ? [made] : [])]);
}

/** Where a passkey is asked for: the origin a browser would write down, and the site the key is for. */
interface Asking {
  challenge: string;
  origin: string;
  rpId: string;
}

/** A passkey in software, as an authenticator of today makes one: ES256, no attestation, a count that rises. */
export function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, { challenge, origin }: Asking) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const common = {
    id: b64(id),
    rawId: b64(id),
    type: 'public-key' as const,
    clientExtensionResults: {},
  };
  return {
    id: b64(id),
    /** What a browser sends once it has made the passkey. */
    register(asking: Asking) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = Buffer.concat([
        head(5, 5),
        ...[cborInt(1), cborInt(2), cborInt(3), cborInt(-7), cborInt(-1), cborInt(1)],
        ...[cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
        ...[cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.from([id.length >> 8, id.length & 255]);
      const data = authenticatorData(
        asking.rpId,
        counter,
        Buffer.concat([Buffer.alloc(16), length, id, key]),
      );
      const attestation = Buffer.concat([
        head(5, 3),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), head(5, 0)],
        ...[cborText('authData'), cborBytes(data)],
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: b64(clientData('webauthn.create', asking)),
          attestationObject: b64(attestation),
          transports: ['internal'],
        },
      };
    },
    /** What a browser sends once the passkey has signed; `count` false: a copy that does not know how often it was used. */
    authenticate(asking: Asking, count = true) {
      if (count) counter += 1;
      const data = authenticatorData(asking.rpId, counter);
      const client = clientData('webauthn.get', asking);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(data),
          signature: b64(signature),
          userHandle: b64(randomBytes(32)),
        },
      };
    },
  };
}

export type Authenticator = ReturnType<typeof newAuthenticator>;
