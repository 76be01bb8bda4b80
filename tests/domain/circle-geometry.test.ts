import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  around,
  EXTENT,
  opposites,
  type Point,
  seatRadius,
  seatsOf,
} from '#domain/circle/geometry.ts';

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

const rings = fc.record({
  seats: fc.integer({ min: 3, max: 60 }),
  radius: fc.double({ min: 1, max: 80, noNaN: true }),
  turn: fc.double({ min: -720, max: 720, noNaN: true }),
  centre: fc.record({
    x: fc.double({ min: -20, max: 20, noNaN: true }),
    y: fc.double({ min: -20, max: 20, noNaN: true }),
  }),
});

describe('a ring of seats', () => {
  it('starts at the top and goes clockwise', () => {
    const rounded = seatsOf({ seats: 4, radius: 10 }).map(({ x, y }) => [
      Math.round(x) + 0,
      Math.round(y) + 0,
    ]);
    expect(rounded).toEqual([
      [0, -10],
      [10, 0],
      [0, 10],
      [-10, 0],
    ]);
  });

  it('turns clockwise by the degrees asked', () => {
    const [first] = seatsOf({ seats: 5, radius: 10, turn: 90 });
    expect(first?.x).toBeCloseTo(10);
    expect(first?.y).toBeCloseTo(0);
  });

  it('has every seat asked for, each at the radius, evenly spaced, with no gap', () => {
    fc.assert(
      fc.property(rings, (ring) => {
        const points = seatsOf(ring);
        expect(points).toHaveLength(ring.seats);
        const step = 2 * ring.radius * Math.sin(Math.PI / ring.seats);
        points.forEach((point, seat) => {
          const next = points[(seat + 1) % points.length] as Point;
          expect(distance(point, ring.centre)).toBeCloseTo(ring.radius, 6);
          expect(distance(point, next)).toBeCloseTo(step, 6);
        });
      }),
    );
  });

  it('stays inside the drawing when its radius and centre do', () => {
    fc.assert(
      fc.property(rings, (ring) => {
        for (const { x, y } of seatsOf(ring)) {
          expect(Math.abs(x)).toBeLessThanOrEqual(EXTENT + 1e-9);
          expect(Math.abs(y)).toBeLessThanOrEqual(EXTENT + 1e-9);
        }
      }),
    );
  });

  it('draws seats that never touch', () => {
    fc.assert(
      fc.property(rings, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (ring, share) => {
        const [first, second] = seatsOf(ring) as [Point, Point];
        expect(seatRadius(ring, share) * 2).toBeLessThan(distance(first, second));
      }),
    );
  });

  it.each([0, 1, 2, 2.5, -4, Number.NaN])('refuses %s seats: nobody sits alone', (seats) => {
    expect(() => seatsOf({ seats, radius: 10 })).toThrow(RangeError);
  });
});

describe('links across a ring', () => {
  it('give every seat the same number of links, none to itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), (seats) => {
        const pairs = opposites(seats);
        const links = Array.from({ length: seats }, () => 0);
        for (const [from, to] of pairs) {
          expect(from).not.toBe(to);
          links[from] = (links[from] ?? 0) + 1;
          links[to] = (links[to] ?? 0) + 1;
        }
        expect(new Set(links).size).toBe(1);
      }),
    );
  });
});

it('measures angles clockwise from the top', () => {
  expect(around(10, 0)).toEqual({ x: 0, y: -10 });
  expect(around(10, 180).y).toBeCloseTo(10);
});
