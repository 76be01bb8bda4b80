declare module 'virtual:examples' {
  /** The examples of docs/content.md, each with what its words make. */
  export const examples: readonly (import('#content/readme-examples.ts').Example & {
    readonly Shown: import('astro/runtime/server/index.js').AstroComponentFactory;
  })[];
}
