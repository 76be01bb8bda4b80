import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import apiPlan from '#web/api/plan-routes.ts';
import { call, testApp } from '../support/app.ts';
import { get, postJson } from '../support/requests.ts';

testApp();

interface WorkedCase {
  people: number;
  rhythm: string;
  sessionsPerGroup: number;
}

const WORKED_CASES: WorkedCase[] = JSON.parse(
  readFileSync(new URL('../golden/planner-cases.json', import.meta.url), 'utf8'),
);

const ask = (query: string) => call(apiPlan, get(`/api/plan${query}`));

describe('GET /api/plan', () => {
  test.each(WORKED_CASES)('$people people, $rhythm', async (worked) => {
    const { people, rhythm, sessionsPerGroup } = worked;
    const response = await ask(`?people=${people}&rhythm=${rhythm}&sessions=${sessionsPerGroup}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual(worked);
  });

  test('without sessions a group meets as often as its rhythm', async () => {
    const answer = await (await ask('?people=46&rhythm=fortnightly')).json();
    expect(answer).toMatchObject({ sessionsPerGroup: 26 });
  });

  test.each([
    ['99', 12],
    ['0', 1],
  ])('%s monthly sessions are taken as %i', async (sessions, taken) => {
    const answer = await (await ask(`?people=46&rhythm=monthly&sessions=${sessions}`)).json();
    expect(answer).toMatchObject({ sessionsPerGroup: taken });
  });

  test.each([
    ['', ['people', 'rhythm']],
    ['?people=0&rhythm=monthly', ['people']],
    ['?people=4.5&rhythm=monthly', ['people']],
    ['?people=46', ['rhythm']],
    ['?people=46&rhythm=daily', ['rhythm']],
    ['?people=46&rhythm=monthly&sessions=few', ['sessions']],
    ['?people=46&people=47&rhythm=monthly', ['people']],
    ['?people=46&rhythm=monthly&price=1', ['price']],
    ['?people=46&rhythm=monthly&__proto__=1', ['__proto__']],
  ])('%s is a bad query', async (query, fields) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(fields);
  });

  test('a post is refused with what is allowed', async () => {
    const response = await call(apiPlan, postJson('/api/plan', {}));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});
