import { EXTENT } from './geometry.ts';
import { type CircleKind, type CircleOptions, KINDS } from './kinds.ts';

/** A drawing, what may be varied in it, and the name it is announced by when it says something. */
export type Drawing = CircleOptions & {
  readonly kind: CircleKind;
  readonly name?: string;
  readonly class?: string;
};

const VIEW_BOX = `${-EXTENT} ${-EXTENT} ${EXTENT * 2} ${EXTENT * 2}`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The drawing as inline SVG, its colours left to the page's styles (`styles/circle.css`).
 * With a name it is an image of that name; without one it is hidden from assistive technology.
 */
export function drawCircle({ kind, name, class: extra, ...options }: Drawing): string {
  const role = name ? `role="img" aria-label="${escaped(name)}"` : 'aria-hidden="true"';
  const classes = ['circle', extra].filter(Boolean).join(' ');
  return `<svg class="${classes}" viewBox="${VIEW_BOX}" ${role}>${KINDS[kind](options)}</svg>`;
}

/** The colours of a drawing that stands outside the page: icons and shared pictures. */
export const DAY_INKS = {
  ground: '#fbf6ef',
  seat: '#69947f',
  strong: '#204b3c',
  lit: '#b94e14',
  rail: '#d9d3c3',
} as const;

const { seat, strong, lit, rail } = DAY_INKS;

const DAY_RULES =
  `.seats,.threads,.rail,.rim,.open{fill:none}.seats,.threads{stroke:${seat}}` +
  `.seats{stroke-linecap:round}.threads{stroke-width:.6;opacity:.55}.lit{fill:${lit}}.small{stroke:${strong}}` +
  `.rim{stroke:${lit}}.glow{fill:${lit};opacity:.7}.open{stroke:${strong}}.rail,.faint{stroke:${rail}}`;

/** Rules that make a drawing's lit seat brighter where the reader's window is dark. */
export const EVENING_RULES =
  '@media(prefers-color-scheme:dark){.lit{fill:#f19152}.rim{stroke:#f19152}}';

/** How a drawing stands on its own: its place in a larger picture, and rules after its own. */
export type Stand = { readonly at?: string; readonly extra?: string };

/** The drawing as an SVG of its own, with its colours in it; `at` is attributes such as `x="10"`. */
export function standaloneCircle(
  { kind, ...options }: CircleOptions & { readonly kind: CircleKind },
  { at = '', extra = '' }: Stand = {},
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW_BOX}" ${at}><style>${DAY_RULES}${extra}</style>${KINDS[kind](options)}</svg>`;
}
