import { createElement, type ReactElement, type ReactNode } from 'react';

import type { Known } from './site-facts.ts';

type Value = Readonly<Record<string, unknown>>;

const QUIET = {
  color: 'var(--kui-color-foreground-neutral-secondary)',
  fontSize: '0.875rem',
} as const;

const CHIP = {
  border: '1px solid currentcolor',
  borderRadius: '0.3rem',
  paddingInline: '0.3rem',
} as const;

const LETTER = {
  x: 12,
  y: 18,
  fontSize: 18,
  textAnchor: 'middle',
  fill: 'currentcolor',
  stroke: 'none',
} as const;

const wordsIn = (value: Value) =>
  Object.values(value)
    .filter((each) => typeof each === 'string' && each !== '')
    .join(' · ');

/** A component in a line of words: what it says there, when that is known, or its name. */
export const inLine =
  (label: string, known: Known) =>
  ({ value, isSelected }: { value: Value; isSelected: boolean }): ReactNode => {
    const words = wordsIn(value);
    const shown = known.facts[words] ?? [label, words].filter(Boolean).join(' ');
    return createElement('span', { style: { ...CHIP, fontWeight: isSelected ? 700 : 400 } }, shown);
  };

/** What is written inside a component’s tag, above what stands in the component. */
export const withWords = ({ value, children }: { value: Value; children?: ReactNode }): ReactNode =>
  createElement(
    'div',
    null,
    createElement('div', { style: QUIET, contentEditable: false }, wordsIn(value)),
    children,
  );

/** What is written inside the tag of a component over words, which the editor’s page puts before them, in brackets. */
export const aroundWords = ({ value }: { value: Value }) => ({
  quotes: `${JSON.stringify(`${wordsIn(value)} (`)} ")"`,
});

/** A component’s first letter, as the picture on its button. */
export const initial = (label: string): ReactElement =>
  createElement('svg', { viewBox: '0 0 24 24' }, createElement('text', LETTER, label.charAt(0)));
