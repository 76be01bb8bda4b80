import type { Context } from '@netlify/functions';
import { HeadersHandler } from '@netlify/headers';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, LOCAL_DEFAULTS, readEnvironment } from '#services/environment.ts';
import { keyFor } from '#services/keys.ts';
import { placeOf } from '#web/http/open-app.ts';
import { pageHeaders } from '#web/http/security-headers.ts';
import { site } from '../../netlify/generated/site.js';

const GOOD = {
  RESEND_API_KEY: 're_x',
  RESEND_WEBHOOK_SECRET: 'whsec_x',
  MAIL_FROM: 'The Groups <hello@example.org>',
  STAFF_EMAIL: 'one@example.org, two@example.org',
  LINK_SECRET: 'x'.repeat(32),
  NETLIFY_DB_URL: 'postgres://localhost/x',
  URL: 'https://www.example.org/',
};

const faultsOf = (
  changes: Record<string, string>,
  place: 'production' | 'local' = 'production',
) => {
  try {
    readEnvironment({ ...GOOD, ...changes }, place);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
};

describe('the settings of the environment', () => {
  test('are read, with lists split and addresses without a final slash', () => {
    expect(readEnvironment(GOOD, 'production')).toMatchObject({
      STAFF_EMAIL: ['one@example.org', 'two@example.org'],
      URL: 'https://www.example.org',
      RATE_LIMIT: 30,
      STAFF_SIGN_IN: 'link',
    });
  });

  test.each(Object.keys(GOOD))('%s missing is named', (name) => {
    expect(faultsOf({ [name]: '' })).toBe(`${name} is missing.`);
  });

  test.each([
    ['MAIL_FROM', 'Nobody'],
    ['MAIL_FROM', 'A <a@example.org>\r\nBcc: b@example.org'],
    ['STAFF_EMAIL', 'one@example.org; two@example.org'],
    ['STAFF_EMAIL', 'HELLO@example.org'],
    ['LINK_SECRET', 'short'],
    ['NETLIFY_DB_URL', 'mysql://localhost'],
    ['URL', 'example'],
    ['RATE_LIMIT', '-1'],
    ['RATE_LIMIT', 'many'],
    ['RATE_LIMIT', '0'],
    ['RATE_LIMIT', '00'],
    ['RATE_LIMIT', ' '],
    ['RATE_LIMIT', '0x0'],
    ['STAFF_SIGN_IN', 'password'],
    ['RESEND_BASE_URL', 'nowhere'],
    ['RESEND_WEBHOOK_SECRET', 'secret'],
  ])('%s as "%s" is refused, and its value is not repeated', (name, value) => {
    const message = faultsOf({ [name]: value });
    expect(message).toContain(name);
    if (value.length > 5) expect(message).not.toContain(value);
  });

  test.each(Object.entries(LOCAL_DEFAULTS))(
    '%s as on a developer’s machine is refused in production',
    (name, value) => {
      expect(faultsOf({ [name]: value })).toContain(name);
      expect(faultsOf({ [name]: value }, 'local')).toBe('');
    },
  );

  test('are whole on a developer’s machine with nothing set but the database and the address', () => {
    const { NETLIFY_DB_URL, URL } = GOOD;
    expect(readEnvironment({ NETLIFY_DB_URL, URL }, 'local').LINK_SECRET).toBe(
      LOCAL_DEFAULTS.LINK_SECRET,
    );
  });
});

test.each([
  ['production', 'production'],
  ['deploy-preview', 'preview'],
  ['branch-deploy', 'preview'],
  ['dev', 'local'],
])('a deploy for %s runs as %s', (context, place) => {
  expect(placeOf({ deploy: { context } as Context['deploy'] })).toBe(place);
});

test('files carry the headers that functions set on pages, and no others', async () => {
  const files = new HeadersHandler({
    configPath: 'netlify.toml',
    projectDir: process.cwd(),
    publishDir: 'dist',
    logger: console,
  });
  const set = await files.apply(new Request('https://www.example.org/'));
  const lowerCase = Object.entries(set).map(([name, value]) => [name.toLowerCase(), value]);
  expect(Object.fromEntries(lowerCase)).toEqual(pageHeaders(site.inline));
});

test('a policy allows what stands in pages by what it holds, and nothing else inline', () => {
  const policy = pageHeaders(site.inline)['content-security-policy'] ?? '';
  expect(site.inline.styles.length).toBeGreaterThan(0);
  expect(site.inline.scripts.length).toBeGreaterThan(0);
  for (const source of [...site.inline.styles, ...site.inline.scripts]) {
    expect(source).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
    expect(policy).toContain(source);
  }
  expect(policy).not.toContain('unsafe');
});

test('a key depends on the secret, the purpose, the id and the generation, and on nothing else', () => {
  const key = keyFor('secret', 'case', 'id', 0);
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(keyFor('secret', 'case', 'id', 0)).toBe(key);
  const others = [
    keyFor('other', 'case', 'id', 0),
    keyFor('secret', 'booking', 'id', 0),
    keyFor('secret', 'case', 'ie', 0),
    keyFor('secret', 'case', 'id', 1),
  ];
  expect(new Set([key, ...others]).size).toBe(5);
});
