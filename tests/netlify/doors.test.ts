import type { Config } from '@netlify/functions';
import { expect, test } from 'vitest';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { loadFunctions, matchFunction } from '../../netlify/dev/functions.ts';
import { addressOf, routesOf } from '../support/app-routes.ts';

const APPS = { public: publicApp, desk: deskApp } as const;
const DOORS = ['public', 'desk'] as const;

const functions = await loadFunctions();
const doorOf = (address: string) => matchFunction(functions, `http://site${address}`)?.name;

/** Programs ask for an address as it is written; a page is the same with a slash at its end and without. */
const isPage = (pattern: string) => !/^\/api\/|\.csv$|:stray/.test(pattern);

const ADDRESSES = DOORS.flatMap((door) =>
  routesOf(APPS[door]).flatMap(({ pattern }) => {
    const address = addressOf(pattern, () => 'x1');
    return [{ door, address }, ...(isPage(pattern) ? [{ door, address: `${address}/` }] : [])];
  }),
);

test('there are two doors beside the schedules', () => {
  const doors = functions.filter(({ schedule }) => schedule === undefined);
  expect(doors.map(({ name }) => name).sort()).toEqual([...DOORS].sort());
});

test.each(ADDRESSES)('$address is answered by $door', ({ door, address }) => {
  expect(doorOf(address)).toBe(door);
});

test.each(DOORS)('%s has no address that its app does not answer', (door) => {
  const { patterns = [] } = functions.find(({ name }) => name === door) ?? {};
  const addresses = ADDRESSES.map(({ address }) => `http://site${address}`);
  const idle = patterns.filter((pattern) => !addresses.some((address) => pattern.test(address)));
  expect(idle.map(({ pathname }) => pathname)).toEqual([]);
});

test.each(functions.map(({ name }) => name))('%s asks for London by itself', async (name) => {
  const { config } = (await import(`../../netlify/functions/${name}.ts`)) as { config: Config };
  expect(config.region).toBe('lhr');
});

test.each([
  '/',
  '/privacy/',
  '/make-the-case/',
  '/desk/cases/cases.json',
  '/desk/elsewhere/',
  '/api/slots/',
  '/api/elsewhere',
])('%s wakes no function', (address) => {
  expect(doorOf(address)).toBeUndefined();
});
