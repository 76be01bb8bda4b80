// In a browser there are no files; the checks that read some are not asked there.

const none = (): never => {
  throw new Error('There are no files in a browser.');
};

export const existsSync = (): boolean => false;
export const globSync = (): string[] => [];
export const join = (...parts: string[]): string => parts.join('/');
export const readFileSync = none;
export const gunzipSync = none;
export const decodeTrie = none;
