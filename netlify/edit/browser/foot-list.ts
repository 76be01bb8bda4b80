/** The looks of a list at the foot of the window, which opens and closes. */
export const LIST_STYLE = `
  details { padding: 0.5rem 1rem; border-top: 3px solid }
  details[hidden] { display: none }
  summary { font-weight: 600; cursor: pointer }
  ol { margin: 0.5rem 0; padding-inline-start: 1.5rem }
  li { margin-block: 0.25rem; overflow-wrap: anywhere }
  a { color: inherit }
  li button { all: unset; display: inline; vertical-align: top; cursor: pointer; text-decoration: underline }
  li button:focus-visible { outline: 2px solid; outline-offset: 2px }
`;

/** An element with nothing but words in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
