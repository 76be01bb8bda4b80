import { existsSync } from 'node:fs';
import puppeteer, { type LaunchOptions, type Page } from 'puppeteer-core';
import { EngineMissingError, type Surface } from './surface.ts';

const found = async (page: Page, xpath: string) => {
  const handle = await page.$(`xpath/${xpath}`);
  if (!handle) throw new Error(`Nothing at ${xpath}`);
  return handle;
};

async function launched(options: LaunchOptions): Promise<Surface> {
  const browser = await puppeteer.launch({ headless: true, defaultViewport: null, ...options });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    async open(address) {
      await page.goto(address);
    },
    address: async () => page.url(),
    words: async (xpath) =>
      (await found(page, xpath)).evaluate((element) =>
        element.checkVisibility() ? (element as HTMLElement).innerText : '',
      ),
    click: async (xpath) => (await found(page, xpath)).click(),
    async fill(xpath, text) {
      const field = await found(page, xpath);
      await field.evaluate((element) => (element as HTMLInputElement).select());
      await field.type(text);
    },
    value: async (xpath) =>
      (await found(page, xpath)).evaluate((element) => (element as HTMLInputElement).value),
    close: () => browser.close(),
  };
}

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];

/** Firefox, through WebDriver BiDi. FIREFOX names another binary than Debian's. */
export async function firefox(): Promise<Surface> {
  const binary = [process.env['FIREFOX'] ?? '', ...FIREFOX].find((path) => existsSync(path));
  if (!binary) {
    throw new EngineMissingError('Firefox is not installed. Run: apt-get install firefox-esr');
  }
  // The window’s own size: Debian’s Firefox knows not every command by which puppeteer sets a viewport.
  const args = ['--width=1024', '--height=730'];
  return launched({ browser: 'firefox', executablePath: binary, args });
}
