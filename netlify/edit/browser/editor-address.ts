/** The editor’s own address, with the branch that is open on the live site. */
export const editorAt = (): string =>
  /^\/keystatic(?:\/branch\/[^/]+)?/.exec(location.pathname)?.[0] ?? '/keystatic';
