import { expect, it } from 'vitest';
import { nestHeadings } from '../../src/components/content/nest-headings.ts';

const open = (words: string) => `<h2 data-level="next" class="title">${words}</h2>`;

it.each([
  ['straight under the H1', open('A'), '<h2 class="title">A</h2>'],
  ['under an H2', `<h2 id="x">X</h2>${open('A')}`, '<h2 id="x">X</h2><h3 class="title">A</h3>'],
  [
    'beside another under an H2',
    `<h2>X</h2>${open('A')}${open('B')}`,
    '<h2>X</h2><h3 class="title">A</h3><h3 class="title">B</h3>',
  ],
  ['under an H3', `<h3>X</h3>${open('A')}`, '<h3>X</h3><h4 class="title">A</h4>'],
  ['no deeper than an H6', `<h6>X</h6>${open('A')}`, '<h6>X</h6><h6 class="title">A</h6>'],
  ['with a link inside', open('<a href="/x/">A</a>'), '<h2 class="title"><a href="/x/">A</a></h2>'],
  ['headings an editor wrote', '<h2>X</h2><h3>Y</h3>', '<h2>X</h2><h3>Y</h3>'],
])('gives a component’s heading its level: %s', (_, markup, expected) => {
  expect(nestHeadings(markup)).toBe(expected);
});
