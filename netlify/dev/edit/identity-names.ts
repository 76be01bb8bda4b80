/**
 * What the editor calls `<Identity>` around paragraphs and over words: to it, a name is written in one
 * way. In files there is `<Identity>` alone.
 */
export const IDENTITY = {
  name: 'Identity',
  around: 'IdentityAround',
  over: 'IdentityOver',
} as const;
