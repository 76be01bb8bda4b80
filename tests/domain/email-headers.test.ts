import { describe, expect, test } from 'vitest';
import { areMailHeaders, mailHeaders, replyAddress } from '#domain/mail-headers.ts';

const CASE = '11111111-1111-4111-8111-111111111111';

describe('the headers of a message', () => {
  test('say that a machine wrote it, and which case it is about', () => {
    expect(mailHeaders(CASE, 'https://www.example.org')).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      References: `<${CASE}@www.example.org>`,
    });
  });

  test('belong to no conversation when it is about no case', () => {
    const headers = mailHeaders(undefined, 'http://localhost:8888');
    expect(headers).not.toHaveProperty('References');
    expect(areMailHeaders(headers, { threaded: false })).toBe(true);
    expect(areMailHeaders(headers, { threaded: true })).toBe(false);
  });
});

describe('where a reply goes', () => {
  test.each([
    ['A. Person', 'A. Person <person@example.org>'],
    ['Á. Përsön 例', 'Á. Përsön 例 <person@example.org>'],
    ['Person, A. (Carers; "Team")', 'Person A. Carers Team <person@example.org>'],
    ['  A.\r\nBcc: Person ', 'A. Bcc Person <person@example.org>'],
    ['\u202eA. Person\u200b', 'A. Person <person@example.org>'],
    ['other@example.org', 'person@example.org'],
    ['<>', 'person@example.org'],
    ['', 'person@example.org'],
  ])('to %j', (name, address) => {
    expect(replyAddress('person@example.org', name)).toBe(address);
  });
});
