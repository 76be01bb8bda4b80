/** The largest picture that is kept, in bytes: everybody who has the site has all of its pictures, in every state they were in. */
const MOST_KEPT = 4_000_000;

/** A size in bytes as "9.1 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What is wrong with a picture of so many bytes, and what to do; undefined where it is not too large to be kept. */
export const tooLarge = (
  name: string,
  bytes: number,
): { readonly wrong: string; readonly instead: string } | undefined =>
  bytes <= MOST_KEPT
    ? undefined
    : {
        wrong: `The picture ${name} has ${megabytes(bytes)}; ${megabytes(MOST_KEPT)} is the most.`,
        instead:
          'Save it smaller, 2000 pixels wide and as a JPEG (programs that show pictures call it “Resize” or “Export”), and use that one: pages show it no finer.',
      };
