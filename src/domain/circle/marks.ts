import { around, between, type Point } from './geometry.ts';

const number = (value: number) => String(Math.round(value * 10) / 10 + 0);

/** A point as path data, rounded to a tenth: "12.5 -3". */
const at = ({ x, y }: Point) => `${number(x)} ${number(y)}`;

const MIDDLE: Point = { x: 0, y: 0 };

/** Seats as one path of round dots, which weighs a third of as many `<circle>` elements; `name` is their class. */
export function seats(points: readonly Point[], radius: number, name = 'seats'): string {
  const dots = points.map((point) => `M${at(point)}h0`).join('');
  return `<path class="${name}" stroke-width="${number(radius * 2)}" d="${dots}"/>`;
}

const disc = (name: string, { x, y }: Point, radius: number, stroke?: number) => {
  const width = stroke === undefined ? '' : ` stroke-width="${number(stroke)}"`;
  return `<circle class="${name}" cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"${width}/>`;
};

/** The ring round the presenter, in radii of a seat. */
const RIM = 1.5;

/** Below this radius a seat is too small for a ring round it, and gets a dark edge instead. */
const SMALL = 2.4;

/** The edges of the light, in radii of a seat. */
const LIGHT = [1.6, 1.9, 2.2, 2.5, 2.8, 3.1, 3.4, 3.7, 4, 4.3];

/** Soft light, as discs over one another. Styles blur them into one, where an engine can blur a part of a drawing. */
function light({ x, y }: Point, radius: number): string {
  const at = `cx="${number(x)}" cy="${number(y)}"`;
  const discs = LIGHT.map((edge) => `<circle ${at} r="${number(radius * edge)}"/>`);
  return `<g class="glow" fill-opacity=".05">${discs.join('')}</g>`;
}

/**
 * The person presenting: a larger seat with an outline, so that it stands out without its colour,
 * and as asked the light that reaches its neighbours.
 */
export function presenter(point: Point, radius: number, isLit: boolean): string {
  if (radius < SMALL) return disc('lit small', point, radius * 1.4, radius * 0.4);
  return (
    (isLit ? light(point, radius) : '') +
    disc('lit', point, radius * 1.16) +
    disc('rim', point, radius * RIM, radius * 0.15)
  );
}

/** The facilitator: an open ring, as large as a seat. */
export function facilitator(point: Point, radius: number): string {
  const stroke = radius * 0.24;
  return disc('open', point, radius - stroke / 2, stroke);
}

/** The point `length` along the way from one point to another. */
const towards = (from: Point, to: Point, length: number) =>
  between(from, to, length / Math.hypot(to.x - from.x, to.y - from.y));

/**
 * Lines of listening: each seat's attention bends past the middle to the person presenting. They run
 * from the edge of a seat, `radius` from its centre, to the ring round the presenter.
 */
export function listening(from: readonly Point[], to: Point, radius: number): string {
  const bend = between(MIDDLE, to, 0.1);
  const lines = from.map((point) => {
    const past = between(bend, point, 0.18);
    const [start, end] = [towards(point, past, radius), towards(to, past, radius * RIM)];
    return `M${at(start)}Q${at(past)} ${at(end)}`;
  });
  return `<path class="threads" d="${lines.join('')}"/>`;
}

/** Straight threads between pairs of points. */
export function threads(pairs: readonly (readonly [Point, Point])[]): string {
  return `<path class="threads" d="${pairs.map(([from, to]) => `M${at(from)}L${at(to)}`).join('')}"/>`;
}

/** An arc round the middle, from one angle to another in degrees clockwise from the top. */
export function arc(name: string, radius: number, from: number, to: number, width: number): string {
  const far = to - from > 180 ? 1 : 0;
  const path = `M${at(around(radius, from))}A${number(radius)} ${number(radius)} 0 ${far} 1 ${at(around(radius, to))}`;
  return `<path class="${name}" stroke-width="${number(width)}" d="${path}"/>`;
}
