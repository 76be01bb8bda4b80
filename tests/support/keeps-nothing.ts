import { afterEach, expect } from 'vitest';
import type { TestApp } from './app.ts';

/** Has every test of a file end with no case and no message: however a post was refused, nothing of it may be left behind. */
export function keepsNothing(t: TestApp): void {
  afterEach(async () => {
    const [saved] = await t.app.database.query<{ n: number }>(
      'SELECT (SELECT count(*) FROM cases)::int + (SELECT count(*) FROM messages)::int AS n',
    );
    await t.reset();
    expect(saved?.n).toBe(0);
  });
}
