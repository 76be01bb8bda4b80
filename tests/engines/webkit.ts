import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { EngineMissingError, type Surface } from './surface.ts';

const MISSING =
  'WebKitGTK is not installed. Run: apt-get install webkit2gtk-driver xvfb (its MiniBrowser comes along)';

interface Machinery {
  driver: WebDriver;
  /** A screen that nobody sees, and the driver's own server. */
  beside: readonly ChildProcess[];
}

/** Ports and screens of a process of its own, so that two runs do not meet. */
const SCREEN = `:${100 + (process.pid % 800)}`;
const PORT = 20_000 + (process.pid % 20_000);

/** Asked anything while it leaves a page, the driver now and then never answers again. */
const LEAVING_MS = 500;

const SERVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

async function start(browserArguments: readonly string[]): Promise<Machinery> {
  const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
  if (!browser || !existsSync(SERVER) || !existsSync(XVFB)) {
    throw new EngineMissingError(MISSING);
  }
  const env = {
    ...process.env,
    DISPLAY: SCREEN,
    GDK_BACKEND: 'x11',
    WEBKIT_DMABUF_RENDERER_FORCE_SHM: '1',
  };
  const screen = spawn(XVFB, [SCREEN, '-screen', '0', '1600x1200x24'], { stdio: 'ignore' });
  await wait(1_000);
  const serving = spawn(SERVER, [`--port=${PORT}`], { stdio: 'ignore', env });
  await wait(1_000);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${PORT}`)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: browser,
          args: ['--automation', ...browserArguments],
        },
      }),
    )
    .build();
  return { driver, beside: [serving, screen] };
}

/** WebKitGTK through WebDriver, with the page's own scripts or without any. */
export async function webkit(scripts: boolean): Promise<Surface> {
  const { driver, beside } = await start(scripts ? [] : ['--enable-javascript=false']);
  const found = (xpath: string) => driver.findElement(By.xpath(xpath));
  const version = (await driver.getCapabilities()).getBrowserVersion() ?? '';
  return {
    version: `WebKitGTK/${version}`,
    open: (address) => driver.get(address),
    address: () => driver.getCurrentUrl(),
    words: (xpath) => found(xpath).getText(),
    async click(xpath) {
      await found(xpath).click();
      await wait(LEAVING_MS);
    },
    async fill(xpath, text) {
      // The driver scrolls to no field that it is to clear and that lies just below the window's foot; to one that is
      // typed into it does.
      await found(xpath).sendKeys(Key.END);
      await found(xpath).clear();
      await found(xpath).sendKeys(text);
    },
    value: async (xpath) => String(await found(xpath).getProperty('value')),
    async close() {
      await driver.quit();
      for (const child of beside) child.kill();
    },
  };
}
