/** A button that saves what is in a form, or puts it into a list. */
const SAVES = 'button[type="submit"]';

/** What a form refuses: a field of the editor’s package that does not hold, or what the checks found. */
const REFUSED = '[aria-invalid="true"], [aria-label="To fix"]';

/** How long the editor takes to mark what it refuses, in milliseconds. */
const WAIT = 300;

/** Shows what is refused when something is not saved for it: it may be far from the button, and out of sight. */
export function showRefused(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest(SAVES)) return;
    setTimeout(() => {
      const places = document.querySelector('[role="dialog"]') ?? document.body;
      places.querySelector(REFUSED)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }, WAIT);
  });
}
