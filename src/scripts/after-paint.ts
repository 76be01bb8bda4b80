import { trustedAs } from './trusted.ts';

// Whatever a page asks for before it is drawn keeps it from being drawn. So its icon and manifest, which stand in the
// head for readers without script, are asked for once it is drawn, and our fonts too. The page takes them once they
// have come, and is laid out again once, not twice.
const trusted = trustedAs('icons');

new PerformanceObserver((_, observer) => {
  observer.disconnect();
  const { fonts, head, documentElement } = document;
  head.insertAdjacentHTML('beforeend', trusted(head.querySelector('noscript')?.textContent ?? ''));
  Promise.all(['1em Newsreader', '1em Atkinson'].map((font) => fonts.load(font, 'a1'))).then(() => {
    documentElement.className = 'fonts';
  });
}).observe({ type: 'paint', buffered: true });
