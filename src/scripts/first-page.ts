import ownFonts from './own-fonts.ts?worker&url';

// A page that was reached from another of this site is drawn in our fonts from the first. Any other takes them once
// it stands: what it asked for before would keep it from being drawn.
if (!document.documentElement.classList.contains('fonts')) {
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    void import(/* @vite-ignore */ ownFonts);
    for (const face of ['1em Newsreader', '1em Atkinson']) void document.fonts.load(face);
  }).observe({ type: 'paint', buffered: true });
}
