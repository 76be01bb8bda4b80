/** What starts so many pixels from where it was is seen to move (Layout Instability, "shift"). */
const NOTICED = 3;

/** How often a block may be set a little tighter, then a little wider, until its lines break where they did. */
const TRIES = 16;

/** Where a text is: the start of its first line, the end of its last, and the length of all. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly length: number;
}

/** A text on the screen, and where it was before anything changed. */
interface Piece {
  readonly text: Text;
  readonly parent: HTMLElement;
  readonly was: Place;
}

const page = document.documentElement;
const range = new Range();

function placeOf(text: Text): Place {
  range.selectNodeContents(text);
  const lines = [...range.getClientRects()];
  const { left = 0, top = 0 } = lines[0] ?? {};
  const length = lines.reduce((sum, { width }) => sum + width, 0);
  return { left, top, bottom: lines.at(-1)?.bottom ?? 0, length };
}

function piecesOnScreen(): Piece[] {
  const pieces: Piece[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const { parentElement: parent } = text;
    const was = placeOf(text);
    if (parent && was.bottom > 0 && was.top < innerHeight && text.data.trim())
      pieces.push({ text, parent, was });
  }
  return pieces;
}

function hasMoved({ text, was }: Piece): boolean {
  const is = placeOf(text);
  return Math.hypot(is.left - was.left, is.top - was.top, is.bottom - was.bottom) >= NOTICED;
}

/** How each element's letters are to be set, in pixels apart, so that its text needs the room it had. */
function spacingsOf(pieces: readonly Piece[]): Map<HTMLElement, number> {
  const spacings = new Map<HTMLElement, number>();
  for (const [element, own] of Map.groupBy(pieces, ({ parent }) => parent)) {
    let short = 0;
    let letters = 0;
    for (const { text, was } of own) {
      short += was.length - placeOf(text).length;
      letters += text.data.trim().length;
    }
    const set = Number.parseFloat(getComputedStyle(element).letterSpacing) || 0;
    spacings.set(element, set + short / letters);
  }
  return spacings;
}

function blockOf(element: HTMLElement): HTMLElement {
  const { parentElement } = element;
  const isInline = getComputedStyle(element).display === 'inline';
  return parentElement && isInline ? blockOf(parentElement) : element;
}

/** Sets what is on the screen so that nothing there moves. False when it cannot be done. */
function keepInPlace(pieces: readonly Piece[]): boolean {
  const spacings = spacingsOf(pieces);
  const tries = new Map<HTMLElement, number>();
  let block = document.body;
  let tried = 0;
  while (tried <= TRIES) {
    // Thousandths of an em: 0, -1, 1, -2, 2 and so on.
    const nudge = ((-1) ** tried * Math.ceil(tried / 2)) / 1000;
    for (const [element, spacing] of spacings)
      if (block.contains(element)) element.style.letterSpacing = `calc(${spacing}px + ${nudge}em)`;
    const moved = pieces.find(hasMoved);
    if (!moved) return true;
    block = blockOf(moved.parent);
    tried = (tries.get(block) ?? 0) + 1;
    tries.set(block, tried);
  }
  return false;
}

/** Every face of ours the page asks for; what it is drawn in now is named after what it stands in for. */
function facesNeeded(): Set<string> {
  const faces = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
    faces.add(`${fontStyle} ${fontWeight} 1em ${fontFamily.match(/\w+/)}`);
  }
  return faces;
}

// Draws the page in our fonts once they are there, if nothing on the screen moves for it.
await Promise.all(Array.from(facesNeeded(), (face) => document.fonts.load(face, 'a0')));
const pieces = piecesOnScreen();
page.className = 'fonts';
if (!keepInPlace(pieces)) {
  page.className = '';
  for (const { parent } of pieces) parent.style.letterSpacing = '';
}

export {};
