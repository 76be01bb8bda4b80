import {
  around,
  between,
  opposites,
  type Point,
  type Ring,
  seatRadius,
  seatsOf,
} from './geometry.ts';
import { arc, facilitator, listening, presenter, seats, threads } from './marks.ts';

/** What may be varied in a drawing: seats in the group, and which of them, from the top, presents. */
export type CircleOptions = { readonly seats?: number; readonly lit?: number };

type Group = {
  readonly ring: Ring;
  readonly lit?: number;
  readonly facilitated?: boolean;
  readonly listens?: boolean;
  readonly light?: boolean;
  readonly share?: number;
};

/** One group: seats, and as asked a presenter, the facilitator across from them, and listening. */
function group({ ring, lit, facilitated, listens, light, share }: Group): string {
  const points = seatsOf(ring);
  const radius = seatRadius(ring, share);
  const open = facilitated ? (Math.ceil(points.length / 2) + (lit ?? 0)) % points.length : -1;
  const others = points.filter((_, seat) => seat !== lit && seat !== open);
  const presenting = lit === undefined ? undefined : points[lit % points.length];
  const facilitating = points[open];
  const listeners = facilitating ? [...others, facilitating] : others;
  return [
    presenting && listens ? listening(listeners, presenting, radius) : '',
    seats(others, radius),
    facilitating ? facilitator(facilitating, radius) : '',
    presenting ? presenter(presenting, radius, light ?? false) : '',
  ].join('');
}

const whole = (options: CircleOptions, fallback = 11): Ring => ({
  seats: options.seats ?? fallback,
  radius: 76,
});

function open(options: CircleOptions): string {
  const ring = whole(options);
  const points = seatsOf(ring);
  const pairs = opposites(points.length).map(
    ([from, to]) => [points[from], points[to]] as readonly [Point, Point],
  );
  return threads(pairs) + seats(points, seatRadius(ring));
}

/** A small circle whose every seat has gone on to a circle of its own. */
function growing(): string {
  const inner: Ring = { seats: 6, radius: 28 };
  const grown = 21;
  const stems = seatsOf(inner).map((seat, index) => {
    const centre = around(74, 60 * index);
    return { seat, centre, end: between(centre, seat, grown / 46) };
  });
  const rings = stems.map(({ centre }, index) => ({
    seats: 9,
    radius: grown,
    centre,
    turn: 60 * index + 180,
  }));
  return (
    threads(stems.map(({ seat, end }) => [seat, end])) +
    seats(seatsOf(inner), 6) +
    seats(rings.flatMap(seatsOf), 3)
  );
}

/** Groups of every size and place, each whole, each with someone presenting. */
const SIZES: readonly (Ring & { readonly lit: number })[] = [
  { seats: 12, radius: 44, centre: { x: -40, y: -28 }, lit: 2 },
  { seats: 11, radius: 27, centre: { x: 50, y: -50 }, lit: 7 },
  { seats: 10, radius: 34, centre: { x: 46, y: 42 }, lit: 9 },
  { seats: 11, radius: 20, centre: { x: -42, y: 61 }, lit: 1 },
];

/** Three levels: feeling, work and thought, each a circle round the one before. */
const LEVELS: readonly Ring[] = [
  { seats: 8, radius: 26 },
  { seats: 16, radius: 53, turn: 11.25 },
  { seats: 24, radius: 82 },
];

/** Where groups stand on the dial of a day, in degrees; the last may or may not be held. */
const SESSIONS = [-102, -50, 50, 102] as const;

/** A dial with three groups on it, and room for a fourth. */
function day(): string {
  const dial = 76;
  const reach = 19;
  const beside = reach * 0.78 + 4;
  const ends = SESSIONS.map((middle, index) => {
    const next = SESSIONS[index + 1] ?? SESSIONS[0] + 360;
    return arc('rail', dial, middle + beside, next - beside, 3);
  });
  const groups = SESSIONS.map((middle, index) => {
    const ring: Ring = { seats: 11, radius: reach, centre: around(dial, middle) };
    const maybe = index === SESSIONS.length - 1;
    return maybe
      ? seats(seatsOf(ring), seatRadius(ring, 0.5), 'seats faint')
      : group({ ring, lit: (index * 4 + 1) % 11, share: 0.5 });
  });
  return ends.join('') + groups.join('');
}

/** Twelve meetings of twelve people: the light goes round once. */
function year(): string {
  const groups = Array.from({ length: 12 }, (_, month) => {
    const points = seatsOf({ seats: 12, radius: 15, centre: around(80, 30 * month) });
    return { others: points.filter((_, seat) => seat !== month), lit: points[month] };
  });
  const radius = 1.7;
  return (
    seats(
      groups.flatMap(({ others }) => others),
      radius,
    ) + groups.map(({ lit }) => (lit ? presenter(lit, radius, false) : '')).join('')
  );
}

/** Each drawing by name, as the marks inside its SVG. */
export const KINDS = {
  /** One presents, the others listen. */
  group: (options: CircleOptions) =>
    group({
      ring: whole(options),
      lit: options.lit ?? 0,
      facilitated: true,
      listens: true,
      light: true,
    }),
  /** One is about to speak; nobody's listening is drawn yet. */
  presenting: (options: CircleOptions) =>
    group({ ring: whole(options), lit: options.lit ?? 0, facilitated: true, share: 0.52 }),
  /** As `group`, with larger seats, for drawings the size of a word. */
  listening: (options: CircleOptions) =>
    group({
      ring: whole(options),
      lit: options.lit ?? 0,
      facilitated: true,
      listens: true,
      share: 0.52,
    }),
  /** The group before anyone presents. */
  quiet: (options: CircleOptions) =>
    group({ ring: whole(options), facilitated: true, share: 0.52 }),
  /** A group of a given size, for the planner: one presents, no facilitator is counted. */
  people: (options: CircleOptions) =>
    group({ ring: whole(options, 12), lit: options.lit ?? 0, share: 0.56 }),
  open,
  growing,
  sizes: () => SIZES.map(({ lit, ...ring }) => group({ ring, lit, share: 0.46 })).join(''),
  rings: () => LEVELS.map((ring) => seats(seatsOf(ring), 4.4)).join(''),
  day,
  year,
  /** The brand's mark: eight seats, one lit. */
  mark: () => group({ ring: { seats: 8, radius: 74 }, lit: 0, share: 0.56 }),
} satisfies Record<string, (options: CircleOptions) => string>;

/** The name of a drawing. */
export type CircleKind = keyof typeof KINDS;

/** Every drawing's name, for schemas and tests. */
export const CIRCLE_KINDS = Object.keys(KINDS) as CircleKind[];
