import { describe, expect, it } from 'vitest';
import { drawCircle, standaloneCircle } from '#domain/circle/draw.ts';
import { EXTENT } from '#domain/circle/geometry.ts';
import { CIRCLE_KINDS, type CircleKind } from '#domain/circle/kinds.ts';

type Disc = { x: number; y: number; radius: number };

const attribute = (element: string, name: string) =>
  Number(new RegExp(`${name}="([^"]+)"`).exec(element)?.[1]);

/** Every seat in a drawing: the dots of its paths, and its single circles but the light. */
function discs(svg: string): readonly Disc[] {
  const dots = [...svg.matchAll(/<path class="seats[^>]*>/g)].flatMap(([path]) =>
    [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)h0/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
      radius: attribute(path, 'stroke-width') / 2,
    })),
  );
  const circles = [...svg.matchAll(/<circle class="(?:lit|rim|open)[^>]*>/g)].map(([circle]) => ({
    x: attribute(circle, 'cx'),
    y: attribute(circle, 'cy'),
    radius: attribute(circle, ' r'),
  }));
  return [...dots, ...circles];
}

const seatsIn = (svg: string) =>
  (svg.match(/h0/g)?.length ?? 0) +
  (svg.match(/class="lit/g)?.length ?? 0) +
  (svg.match(/class="open"/g)?.length ?? 0);

const litIn = (svg: string) => svg.match(/class="lit/g)?.length ?? 0;

describe('every drawing', () => {
  it.each(CIRCLE_KINDS)('%s stays inside its frame', (kind) => {
    const all = discs(drawCircle({ kind }));
    expect(all.length).toBeGreaterThan(2);
    for (const { x, y, radius } of all) {
      expect(Math.abs(x) + radius).toBeLessThanOrEqual(EXTENT);
      expect(Math.abs(y) + radius).toBeLessThanOrEqual(EXTENT);
    }
  });

  it.each(CIRCLE_KINDS)('%s is decoration without a name and an image with one', (kind) => {
    expect(drawCircle({ kind })).toContain('aria-hidden="true"');
    const named = drawCircle({ kind, name: 'Seats & "light"' });
    expect(named).toContain('role="img" aria-label="Seats &amp; &quot;light&quot;"');
    expect(named).not.toContain('aria-hidden');
  });

  it.each(CIRCLE_KINDS)('%s carries no style attribute, script or id', (kind) => {
    expect(drawCircle({ kind })).not.toMatch(/style=|<script|<style| id=/);
  });

  it.each(CIRCLE_KINDS)('%s weighs less than 2,600 bytes', (kind) => {
    expect(drawCircle({ kind }).length).toBeLessThan(2_600);
  });
});

describe('the light', () => {
  const LIT: readonly (readonly [CircleKind, number])[] = [
    ['group', 1],
    ['presenting', 1],
    ['listening', 1],
    ['people', 1],
    ['mark', 1],
    ['quiet', 0],
    ['open', 0],
    ['growing', 0],
    ['rings', 0],
    ['sizes', 4],
    ['day', 3],
    ['year', 12],
  ];

  it('is accounted for in every kind', () => {
    expect(LIT.map(([kind]) => kind).sort()).toEqual([...CIRCLE_KINDS].sort());
  });

  it.each(LIT)('in %s falls on %i', (kind, lit) => {
    expect(litIn(drawCircle({ kind }))).toBe(lit);
  });

  it.each(LIT.filter(([, lit]) => lit > 0))(
    'in %s is told by size and outline as well as colour',
    (kind) => {
      const svg = drawCircle({ kind });
      const seat = Math.max(
        ...discs(svg.replaceAll(/<circle[^>]*>/g, '')).map((disc) => disc.radius),
      );
      const lit = svg.match(/<circle class="lit[^>]*>/g) ?? [];
      expect(Math.max(...lit.map((circle) => attribute(circle, ' r')))).toBeGreaterThan(seat);
      for (const circle of lit) {
        const outlined = circle.includes('stroke-width') || svg.includes('class="rim"');
        expect(outlined).toBe(true);
      }
    },
  );

  it('goes round once in a year of twelve', () => {
    const places = [...drawCircle({ kind: 'year' }).matchAll(/<circle class="lit[^>]*>/g)].map(
      ([circle]) => [attribute(circle, 'cx'), attribute(circle, 'cy')].join(),
    );
    expect(new Set(places).size).toBe(12);
  });
});

it.each([10, 11, 12])('a planned group of %i has a seat for each person', (seats) => {
  expect(seatsIn(drawCircle({ kind: 'people', seats }))).toBe(seats);
});

it('a group with a facilitator has no gap: every seat is taken', () => {
  expect(seatsIn(drawCircle({ kind: 'group', seats: 12, lit: 5 }))).toBe(12);
});

it('stands alone with its colours in it', () => {
  expect(standaloneCircle({ kind: 'mark' })).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
  );
});
