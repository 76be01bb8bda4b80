import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { keepsNothing } from '../support/keeps-nothing.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postForm, postJson } from '../support/requests.ts';
import { WRONG_ENQUIRIES } from '../support/wrong-enquiries.ts';

const t = testApp();

keepsNothing(t);

const PATH = '/api/enquiries';
const send = (body: unknown, headers?: Record<string, string>) =>
  call(publicApp, postJson(PATH, body, headers));

interface Problem {
  status: number;
  title: string;
  detail: string;
  errors: { field: string; message: string }[];
}

describe(`JSON that is wrong in one field (${WRONG_ENQUIRIES.length} rows)`, () => {
  test.each(WRONG_ENQUIRIES.map(([what, field, value]) => ({ what, field, value })))(
    '$field: $what',
    async ({ field, value }) => {
      const response = await send(makeEnquiry({ [field]: value }));
      expect(response.status).toBe(422);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const problem = (await response.json()) as Problem;
      expect(problem.errors.map((fault) => fault.field)).toEqual([field]);
      const message = problem.errors[0]?.message ?? '';
      expect(message).toMatch(/^(Enter|Select|There is no such field|.* characters or fewer)/);
      expect(message).not.toMatch(/Invalid|expected|received/i);
    },
  );

  test('a field called __proto__ is unknown like any other', async () => {
    const response = await send(
      `{"__proto__": {"a": 1}, ${JSON.stringify(makeEnquiry()).slice(1)}`,
    );
    expect(response.status).toBe(422);
    expect(((await response.json()) as Problem).errors[0]?.field).toBe('__proto__');
  });

  test('several faults are listed together, in the order of the form', async () => {
    const response = await send({ email: 'x', interests: [], people: 0 });
    const { errors } = (await response.json()) as Problem;
    expect(errors.map(({ field }) => field)).toEqual([
      'name',
      'organisation',
      'email',
      'interests',
      'people',
    ]);
  });
});

describe('a form that is refused', () => {
  const typed = makeEnquiry({
    email: 'name@example',
    message: 'Two\r\nlines & <b>',
    people: 'lots',
  });

  test('comes back with a summary, a fault beside the field, and everything typed', async () => {
    const response = await call(publicApp, postForm(PATH, typed as never));
    expect(response.status).toBe(422);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).toContain('<title>Error: Tell us about your organisation');
    expect(page).toContain('<a href="#email">Enter an email address in the correct format');
    expect(page).toContain('<a href="#people">');
    expect(page).toContain('id="email-fault"');
    expect(page).toMatch(
      /<input id="email"[^>]*value="name@example"[^>]*aria-describedby="email-hint email-fault"[^>]*aria-invalid="true"/,
    );
    expect(page).toContain('value="lots"');
    expect(page).toContain('Two\r\nlines &amp; &lt;b&gt;');
    expect(page).toMatch(/value="groups" checked/);
    expect(page).not.toContain('<b>');
  });

  test('keeps what was typed when a field comes twice', async () => {
    const twice = makeEnquiry({ name: ['A', 'B'] });
    expect((await call(publicApp, postForm(PATH, twice as never))).status).toBe(422);
  });
});

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc
      .record({
        organisation: fc.anything(),
        name: fc.anything(),
        email: fc.anything(),
        interests: fc.anything(),
        people: fc.anything(),
      })
      .map((value) => {
        try {
          return JSON.stringify(value) ?? '';
        } catch {
          return '';
        }
      }),
  );

  test('as JSON is refused with a 4xx, and never a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const { status } = await send(body);
        expect([400, 413, 422]).toContain(status);
      }),
      { numRuns: 300 },
    );
  });
});
