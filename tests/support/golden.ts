import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const folder = new URL('../golden/', import.meta.url);

/** Holds text to the file kept for it, byte for byte; `UPDATE_GOLDEN=1` keeps the text instead. */
export const expectGolden = (name: string, text: string) => {
  const file = new URL(name, folder);
  const { UPDATE_GOLDEN } = process.env;
  if (UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
};
