import type { FindingsMessage } from '../findings.ts';
import { findingsShown } from './show-findings.ts';

/** Where what the checks find comes from on the writer’s own machine, again after each change. */
export const FINDINGS = '/editor/findings';

/** Shows what the checks find on this machine, and gives each message on. */
export function showLocalFindings(then: (message: FindingsMessage) => void = () => {}): void {
  const show = findingsShown();
  const source = new EventSource(FINDINGS);
  source.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as FindingsMessage;
    show(message);
    then(message);
  });
  window.addEventListener('pagehide', () => source.close());
}
