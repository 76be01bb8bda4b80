import { expect } from '@playwright/test';
import type { Surface } from './surface.ts';

/** Somebody at the site, who goes by what the page says. */
export interface Visitor {
  open(path: string): Promise<void>;
  /** Opens the menu, which links stand in where the window is not wide. */
  openMenu(): Promise<void>;
  /** Follows the first link that says so. */
  follow(words: string): Promise<void>;
  press(button: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  choose(label: string): Promise<void>;
  /** Opens a day, and chooses one of its times. */
  chooseTime(day: string, clock: string): Promise<void>;
  /** Presses the button that begins with these words: what comes after them, script adds. */
  pressBeginning(words: string): Promise<void>;
  unfold(summary: string): Promise<void>;
  /** Waits until the page's heading says this. */
  arriveAt(heading: string): Promise<void>;
  /** Waits until the page's main part says this. */
  read(words: string): Promise<void>;
  /** Expects a field to hold this. */
  find(label: string, text: string): Promise<void>;
  address(): Promise<string>;
  words(xpath: string): Promise<string>;
}

/** What an element says, with a space for one that does not break. */
const SAID = 'normalize-space(translate(., "\u00a0", " "))';
const saying = (words: string) => `[${SAID}="${words}"]`;
const beginning = (words: string) => `[starts-with(${SAID}, "${words}")]`;
const labelled = (label: string) => `//*[@id=string(//label${saying(label)}/@for)]`;

/** A visitor at the site on `origin`, whatever engine they use. */
export function visitorAt(surface: Surface, origin: string): Visitor {
  /** Engines say that a click is done before the page it leads to is there. */
  const soon = (act: () => Promise<void>) => expect(act).toPass({ timeout: 20_000 });
  const shows = (xpath: string, words: string) =>
    soon(async () => {
      const drawn = (await surface.words(xpath)).replaceAll(/\s+/g, ' ');
      expect(drawn).toContain(words);
    });
  const click = (xpath: string) => soon(() => surface.click(xpath));
  return {
    open: (path) => surface.open(new URL(path, origin).href),
    openMenu: () =>
      soon(async () => {
        const menu = '//nav[@aria-label="Main"]';
        // A second press would be for what lies above the button by then.
        if (!(await surface.words(menu))) await surface.click(`//header//button${saying('Menu')}`);
        expect(await surface.words(menu)).not.toBe('');
      }),
    async follow(words) {
      const before = await surface.address();
      // A click can be lost while a page is still being laid out.
      await soon(async () => {
        if ((await surface.address()) === before) await surface.click(`(//a${saying(words)})[1]`);
        expect(await surface.address()).not.toBe(before);
      });
    },
    // A form's first button is what Enter presses, and nobody sees it.
    press: (button) => click(`//main//button[not(@aria-hidden)]${saying(button)}`),
    // A page that still scrolls to a field has nothing there to type into.
    fill: (label, text) => soon(() => surface.fill(labelled(label), text)),
    choose: (label) => surface.click(labelled(label)),
    async chooseTime(day, clock) {
      await surface.click(`//label[input/@name="days"]${beginning(`${day},`)}`);
      await surface.click(`//fieldset[legend${saying(day)}]//label${saying(clock)}`);
    },
    pressBeginning: (words) => click(`//main//button[not(@aria-hidden)]${beginning(words)}`),
    unfold: (summary) => surface.click(`//summary${saying(summary)}`),
    arriveAt: (heading) => shows('//h1', heading),
    read: (words) => shows('//main', words),
    async find(label, text) {
      expect(await surface.value(labelled(label))).toBe(text);
    },
    address: surface.address,
    words: surface.words,
  };
}
