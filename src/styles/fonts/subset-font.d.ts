declare module 'subset-font' {
  /** Cuts a font to the letters of `text`, with each axis pinned or narrowed (harfbuzz). */
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes: Readonly<Record<string, number | { min: number; max: number }>>;
    },
  ): Promise<Buffer>;
  export = subsetFont;
}
