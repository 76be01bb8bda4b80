import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../src/components/site/sections.ts';

const heading = (id: string) => `<h2 id="${id}">${id}</h2>`;

describe('the words of a page in parts', () => {
  it('keeps what stands before the first heading apart', () => {
    expect(sectionsOf(`<p>First.</p>${heading('a')}<p>A.</p>`)).toEqual({
      before: '<p>First.</p>',
      parts: [{ heading: heading('a'), words: '<p>A.</p>' }],
    });
  });

  it('begins a part at each heading of the second level, and at no other', () => {
    const words = '<h3 class="title">Deeper</h3><p>B.</p>';
    expect(sectionsOf(`${heading('a')}${heading('b')}${words}`)).toEqual({
      before: '',
      parts: [
        { heading: heading('a'), words: '' },
        { heading: heading('b'), words },
      ],
    });
  });

  it.each(['', '<p>Only words.</p>'])('has no parts without headings: “%s”', (markup) => {
    expect(sectionsOf(markup)).toEqual({ before: markup, parts: [] });
  });

  it('loses nothing', () => {
    const markup = `<p>Before.</p>${heading('a')}<ul><li>x</li></ul>${heading('b')}<p>y</p>`;
    const { before, parts } = sectionsOf(markup);
    expect(before + parts.map((part) => part.heading + part.words).join('')).toBe(markup);
  });
});
