import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [, day = '', evening = ''] =
  /^(.*?)@media \(prefers-color-scheme: dark\)(.*)$/s.exec(css) ?? [];

const declarations = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

type Tokens = Readonly<Record<string, string>>;
const THEMES: readonly (readonly [string, Tokens])[] = [
  ['by day', declarations(day)],
  ['in the evening', { ...declarations(day), ...declarations(evening) }],
];

/** A token followed through var() to the colour it stands for. */
function colour(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`tokens.css declares no --${name}.`);
  const next = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return next ? colour(tokens, next) : value;
}

/** Relative luminance (WCAG 2.2) of an oklch() colour, clipped to sRGB as a screen clips it. */
function luminance(oklch: string): number {
  const [, l = '', c = '', h = ''] = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(oklch) ?? [];
  const [light, hue] = [Number(l) / 100, (Number(h) * Math.PI) / 180];
  const [a, b] = [Number(c) * Math.cos(hue), Number(c) * Math.sin(hue)];
  const [x, y, z] = [
    (light + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (light - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (light - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z);
  const green = clip(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z);
  const blue = clip(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(tokens: Tokens, one: string, other: string): number {
  const [light, dark] = [one, other]
    .map((name) => luminance(colour(tokens, name)))
    .sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'ground-soft', 'field'];
const ON_GROUNDS = (names: readonly string[]) =>
  names.flatMap((name) => GROUNDS.map((ground) => [name, ground] as const));

describe.each(THEMES)('%s', (_, tokens) => {
  it.each([
    ...ON_GROUNDS(['text', 'text-soft', 'action', 'fault']),
    ['on-action', 'action'] as const,
    ['on-band', 'band'] as const,
    ['ground', 'fault'] as const,
  ])('text in %s on %s stands out 7 to 1', (text, ground) => {
    expect(ratio(tokens, text, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(ON_GROUNDS(['stroke', 'seat', 'lit', 'good']))(
    '%s against %s stands out 3 to 1',
    (stroke, ground) => {
      expect(ratio(tokens, stroke, ground)).toBeGreaterThanOrEqual(3);
    },
  );
});

it('measures black on white as 21 to 1', () => {
  const tokens = { black: 'oklch(0% 0 0)', white: 'oklch(100% 0 0)' };
  expect(ratio(tokens, 'black', 'white')).toBeCloseTo(21, 1);
});
