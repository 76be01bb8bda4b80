/** A place in a drawing whose origin is its middle; x grows rightwards and y downwards. */
export type Point = { readonly x: number; readonly y: number };

/** A circle of seats: how many, how far from its centre, and how far it is turned, in degrees clockwise. */
export type Ring = {
  readonly seats: number;
  readonly radius: number;
  readonly centre?: Point;
  readonly turn?: number;
};

/** Every drawing is this far from its middle to each edge, so its viewBox is the same everywhere. */
export const EXTENT = 100;

const ORIGIN: Point = { x: 0, y: 0 };
const LEAST_SEATS = 3;

/** The point `radius` from `centre`, `degrees` clockwise from the top. */
export function around(radius: number, degrees: number, centre: Point = ORIGIN): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: centre.x + radius * Math.sin(angle), y: centre.y - radius * Math.cos(angle) };
}

/**
 * The seats of a ring, clockwise from its top, evenly spaced with no gap.
 * Throws RangeError below three seats: nobody sits alone, and two do not make a circle.
 */
export function seatsOf({ seats, radius, centre = ORIGIN, turn = 0 }: Ring): readonly Point[] {
  if (!Number.isInteger(seats) || seats < LEAST_SEATS) {
    throw new RangeError(
      `A circle needs a whole number of seats, ${LEAST_SEATS} or more; received ${seats}.`,
    );
  }
  return Array.from({ length: seats }, (_, seat) =>
    around(radius, turn + (360 / seats) * seat, centre),
  );
}

/** The radius of a seat drawn in a ring: `share` of the distance between neighbours is seat. */
export function seatRadius({ seats, radius }: Ring, share = 0.4): number {
  return radius * Math.sin(Math.PI / seats) * share;
}

/** The point `share` of the way from one point to another. */
export function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The pairs that link every seat to the seats most nearly opposite, each pair once. */
export function opposites(seats: number): readonly (readonly [number, number])[] {
  const reach = Math.floor((seats - 1) / 2);
  const spans = reach > 1 ? [reach, reach - 1] : [reach];
  return spans.flatMap((span) =>
    Array.from({ length: seats }, (_, seat) => [seat, (seat + span) % seats] as const),
  );
}
