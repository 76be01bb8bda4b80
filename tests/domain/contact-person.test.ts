import { describe, expect, it } from 'vitest';
import { contactCall } from '#domain/cases/contact-person.ts';

const call = (id: string, minute: number, quarantined = false) => ({
  id,
  createdAt: new Date(minute * 60_000),
  quarantinedAt: quarantined ? new Date(minute * 60_000) : undefined,
});

describe('who a case is from', () => {
  it('its enquiry says so, whatever calls there are', () => {
    expect(contactCall(true, [call('a', 1), call('b', 2)])).toBeUndefined();
  });

  it.each([
    ['the only call', [call('a', 1)], 'a'],
    ['the newest call', [call('a', 1), call('b', 2)], 'b'],
    ['the newest call, in whatever order they come', [call('b', 2), call('a', 1)], 'b'],
    ['a call in quarantine only where there is no other', [call('a', 1), call('b', 2, true)], 'a'],
    ['the newest in quarantine where all are', [call('a', 1, true), call('b', 2, true)], 'b'],
    ['of two made at once, always the same', [call('b', 1), call('a', 1)], 'b'],
  ])('%s', (_, calls, expected) => {
    expect(contactCall(false, calls)?.id).toBe(expected);
  });

  it('nobody, where nothing came', () => {
    expect(contactCall(false, [])).toBeUndefined();
  });
});
