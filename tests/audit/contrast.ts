/** How far a page's texts stand out from what is behind them. */
export interface Contrast {
  /** The least ratio of any text (WCAG 2.2, contrast ratio). */
  readonly least: number;
  /** Texts below what WCAG asks of them at level AAA: 7 to 1, or 4.5 to 1 where they are large. */
  readonly faint: readonly string[];
}

/** Runs in the page: works out the contrast of every text that can be seen, as the browser computed its colours. */
export function contrastOfPage(): Contrast {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('This browser draws on no canvas.');
  const paint = (colour: string): number => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
      (value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      },
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paintGround = (element: Element): number => {
    const below = element.parentElement ? paintGround(element.parentElement) : paint('white');
    const { backgroundColor } = getComputedStyle(element);
    return backgroundColor === 'rgba(0, 0, 0, 0)' ? below : paint(backgroundColor);
  };
  const ratioOf = (element: Element): number => {
    const ground = paintGround(element);
    const text = paint(getComputedStyle(element).color);
    return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
  };
  const isLarge = ({ fontSize, fontWeight }: CSSStyleDeclaration) =>
    Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);

  const holders = new Set<Element>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (
      nodeValue?.trim() &&
      parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    )
      holders.add(parentElement);
  }
  const ratios = [...holders].map((element) => ({ element, ratio: ratioOf(element) }));
  const faint = ratios.filter(
    ({ element, ratio }) => ratio < (isLarge(getComputedStyle(element)) ? 4.5 : 7),
  );
  return {
    least: Math.min(...ratios.map(({ ratio }) => ratio)),
    faint: faint.map(
      ({ element, ratio }) => `${ratio.toFixed(2)} ${element.textContent?.trim().slice(0, 40)}`,
    ),
  };
}
