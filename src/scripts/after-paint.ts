import { trustedAs } from './trusted.ts';

// Whatever a page asks for before it is drawn keeps it from being drawn. So its icon and manifest, which stand in the
// head for readers without script, are asked for once it is drawn, and our fonts too.
const trusted = trustedAs('icons');

new PerformanceObserver((_, observer) => {
  observer.disconnect();
  const { head, documentElement } = document;
  head.insertAdjacentHTML('beforeend', trusted(head.querySelector('noscript')?.textContent ?? ''));
  documentElement.className = 'fonts';
}).observe({ type: 'paint', buffered: true });
