const FOOT = 'foot';

/** What is shown at the foot of the window, each part above the next; the editor ends above it (editor-page.ts). */
function foot(): HTMLElement {
  const there = document.getElementById(FOOT);
  if (there) return there;
  const made = Object.assign(document.createElement('div'), { id: FOOT });
  made.style.cssText =
    'position: fixed; inset: auto 0 0 0; z-index: 99999; max-height: 45vh; overflow: auto';
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--foot', `${made.offsetHeight}px`);
  }).observe(made);
  document.body.append(made);
  return made;
}

/**
 * A part of the foot, called `label`, in which nothing of the page’s own looks has a say. `first` is above the others,
 * and of use while a dialog is open, which the editor’s package lets what has this name be (react-aria): the others
 * lead away from what was typed there.
 */
export function partOfFoot(label: string, first = false): ShadowRoot {
  const part = document.createElement('aside');
  part.setAttribute('aria-label', label);
  part.setAttribute('aria-live', 'polite');
  if (first) {
    part.dataset['reactAriaTopLayer'] = 'true';
    foot().prepend(part);
  } else foot().append(part);
  return part.attachShadow({ mode: 'open' });
}

/** The colours of a part, on their own ground, so that they are the same in the light and in the dark. */
export const FOOT_STYLE = `
  :host { all: initial; display: block; font: 16px/1.5 system-ui, sans-serif }
  .building, .nothing, .advice { background: #eef4fb; color: #10243a; border-color: #2f6299 }
  .published { background: #eaf6ec; color: #10301a; border-color: #2c7a3f }
  .refused, .refusals { background: #fff4e5; color: #2b1700; border-color: #a34700 }
  @media (prefers-color-scheme: dark) {
    .building, .nothing, .advice { background: #12202f; color: #dce9f7; border-color: #6ea3da }
    .published { background: #10251a; color: #d9f2e0; border-color: #5fb878 }
    .refused, .refusals { background: #2f1e0c; color: #fbe6cd; border-color: #e39a4b }
  }
`;
