/** What starts so many pixels from where it was is seen to move (Layout Instability, "shift"). */
const NOTICED = 3;

/** How much tighter or wider a block may be set, in em a letter, until its lines break where they did. */
const NUDGES = [0, -1, 1, -2, 2, -3, 3, -4, 4, -6, 6, -8, 8].map(
  (thousandths) => thousandths / 1000,
);

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
    const isOnScreen = was.bottom > 0 && was.top < innerHeight;
    if (parent && isOnScreen && text.data.trim()) pieces.push({ text, parent, was });
  }
  return pieces;
}

function hasMoved({ text, was }: Piece): boolean {
  const is = placeOf(text);
  return (['left', 'top', 'bottom'] as const).some(
    (edge) => Math.abs(is[edge] - was[edge]) >= NOTICED,
  );
}

/** How each element's letters are to be set, in pixels apart, so that its text needs the room it had. */
function spacingsOf(pieces: readonly Piece[]): Map<HTMLElement, number> {
  const spacings = new Map<HTMLElement, number>();
  for (const [element, own] of Map.groupBy(pieces, ({ parent }) => parent)) {
    const short = own.reduce((sum, { text, was }) => sum + was.length - placeOf(text).length, 0);
    const letters = own.reduce((sum, { text }) => sum + text.data.trim().length, 0);
    const set = Number.parseFloat(getComputedStyle(element).letterSpacing) || 0;
    spacings.set(element, set + short / letters);
  }
  return spacings;
}

function blockOf(element: HTMLElement): HTMLElement {
  const isInline = getComputedStyle(element).display.startsWith('inline');
  return isInline && element.parentElement ? blockOf(element.parentElement) : element;
}

/** Sets what is on the screen so that nothing there moves. False when it cannot be done. */
function keepInPlace(pieces: readonly Piece[]): boolean {
  const spacings = spacingsOf(pieces);
  const tried = new Map<HTMLElement, number>();
  const set = (within: HTMLElement, nudge: number) => {
    for (const [element, spacing] of spacings)
      if (within.contains(element)) element.style.letterSpacing = `calc(${spacing}px + ${nudge}em)`;
  };
  set(document.body, 0);
  for (let moved = pieces.find(hasMoved); moved; moved = pieces.find(hasMoved)) {
    const block = blockOf(moved.parent);
    const next = (tried.get(block) ?? 0) + 1;
    const nudge = NUDGES[next];
    if (nudge === undefined) return false;
    tried.set(block, next);
    set(block, nudge);
  }
  return true;
}

/** Every face of ours the page asks for; what it is drawn in now is named after what it stands in for. */
function facesNeeded(): string[] {
  const faces = [...document.body.querySelectorAll('*')].map((element) => {
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
    return `${fontStyle} ${fontWeight} 1em ${/\w+/.exec(fontFamily)?.[0]}`;
  });
  return [...new Set(faces)];
}

/** Draws the page in our fonts once they are there, if nothing on the screen moves for it. */
async function drawInOwnFonts(): Promise<void> {
  await Promise.all(facesNeeded().map((face) => document.fonts.load(face)));
  const pieces = piecesOnScreen();
  page.classList.add('fonts');
  if (keepInPlace(pieces)) return;
  page.classList.remove('fonts');
  for (const { parent } of pieces) parent.style.letterSpacing = '';
}

void drawInOwnFonts();
