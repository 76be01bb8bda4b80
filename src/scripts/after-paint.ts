import ownFonts from './own-fonts.ts?worker&url';

// Whatever a page asks for before it is drawn keeps it from being drawn. So its icon and manifest, which stand in the
// head for readers without script, are asked for once it stands; and our fonts too, unless the page was reached from
// another of this site: that is drawn in them from the first.
new PerformanceObserver((_, observer) => {
  observer.disconnect();
  const { head, documentElement, fonts } = document;
  head.insertAdjacentHTML('beforeend', head.querySelector('noscript')?.textContent ?? '');
  if (documentElement.className) return;
  void import(/* @vite-ignore */ ownFonts);
  void fonts.load('1em Newsreader, Atkinson', 'a0');
}).observe({ type: 'paint', buffered: true });
