// How long a form was open says nothing where something else filled it in: the browser, a password manager, or the
// page as it was before. Then the field that says when it was shown is left out. Without script a post that comes
// back too fast asks for one press more, and loses nothing.
const SHOWN = 'input[name="t"]';

const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
let broughtBack = entry?.type === 'reload' || entry?.type === 'back_forward';
addEventListener('pageshow', ({ persisted }) => {
  broughtBack ||= persisted;
});

for (const shown of document.querySelectorAll<HTMLInputElement>(SHOWN)) {
  shown.form?.addEventListener('submit', ({ currentTarget }) => {
    const form = currentTarget as HTMLFormElement;
    shown.disabled = broughtBack || form.querySelector(':autofill') !== null;
  });
}
