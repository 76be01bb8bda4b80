import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Marionette } from './marionette.ts';

const PORT = 2914;
const DISPLAY = ':94';

/** The two addresses of one person. */
type Identities = readonly [one: string, other: string];

/** A profile with two identities and no way out to any network. */
const prefsOf = ([one, other]: Identities) => `
user_pref("mail.accountmanager.accounts", "account1,account2");
user_pref("mail.accountmanager.defaultaccount", "account1");
user_pref("mail.accountmanager.localfoldersserver", "server2");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account1.identities", "id1,id2");
user_pref("mail.account.account2.server", "server2");
user_pref("mail.server.server1.type", "none");
user_pref("mail.server.server1.hostname", "one.invalid");
user_pref("mail.server.server1.name", "One");
user_pref("mail.server.server1.userName", "one");
user_pref("mail.server.server2.type", "none");
user_pref("mail.server.server2.hostname", "Local Folders");
user_pref("mail.server.server2.name", "Local Folders");
user_pref("mail.server.server2.userName", "nobody");
user_pref("mail.identity.id1.useremail", "${one}");
user_pref("mail.identity.id2.useremail", "${other}");
user_pref("mail.identity.id2.fullName", "A. Person");
user_pref("mail.identity.id2.valid", true);
user_pref("mail.identity.id1.fullName", "A. Person");
user_pref("mail.identity.id1.valid", true);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mail.spotlight.firstRunDone", true);
user_pref("mailnews.start_page.enabled", false);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("toolkit.telemetry.enabled", false);
user_pref("app.donation.eoy.version.viewed", 999);
user_pref("app.update.auto", false);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("calendar.timezone.local", "Europe/London");
user_pref("calendar.timezone.useSystemTimezone", false);
user_pref("marionette.port", ${PORT});
`;

const MODULES = `
const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs');
const main = Services.wm.getMostRecentWindow('mail:3pane');
const pause = (ms) => new Promise((resolve) => main.setTimeout(resolve, ms));
const root = MailServices.accounts.localFoldersServer.rootFolder;
const all = Ci.calICalendar.ITEM_FILTER_ALL_ITEMS;
const items = async () => (await Promise.all(cal.manager.getCalendars().map((one) => one.getItemsAsArray(all, 0, null, null)))).flat();
`;

const EMPTY = `${MODULES}
// A calendar for each identity: which of them an invitation goes to follows from its attendee.
if (cal.manager.getCalendars().length < 2) {
  const second = cal.manager.createCalendar('storage', Services.io.newURI('moz-storage-calendar://'));
  second.name = 'Second';
  cal.manager.registerCalendar(second);
  for (const [index, calendar] of cal.manager.getCalendars().entries()) {
    calendar.setProperty('disabled', false);
    calendar.setProperty('imip.identity.key', 'id' + (index + 1));
  }
  await pause(1000);
}
for (const item of await items()) await item.calendar.deleteItem(item);
return (await items()).length;`;

/** Takes a message in, opens it in a tab of its own, and presses what its invitation bar offers. */
const PRESS = `${MODULES}
const [path, name] = words;
const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
file.initWithPath(path);
root.QueryInterface(Ci.nsIMsgLocalMailFolder).createLocalSubfolder(name);
const folder = root.getChildNamed(name);
await new Promise((resolve, reject) => MailServices.copy.copyFileMessage(file, folder, null, false, 0, '', {
  onStartCopy() {}, onProgress() {}, setMessageKey() {}, getMessageId() { return null; },
  onStopCopy(status) { status === 0 ? resolve() : reject(new Error('copy ' + status)); },
}, null));
const tabmail = main.document.getElementById('tabmail');
const tab = tabmail.openTab('mailMessageTab', { messageURI: folder.getUriForMsg([...folder.messages][0]) });
const page = () => tab.chromeBrowser.contentWindow;
const bar = () => page()?.document?.getElementById('imip-bar');
for (let tries = 0; tries < 40 && (!bar() || bar().collapsed); tries += 1) await pause(250);
await pause(1500);
const offered = [...bar().querySelectorAll('toolbarbutton[id]')].filter((button) => !button.hidden).map((button) => button.id);
const says = bar().textContent.trim().split('.')[0];
const press = ['imipAcceptButton', 'imipUpdateButton', 'imipDeleteButton'].find((id) => offered.includes(id));
if (press) {
  const quiet = page().document.getElementById('imipAcceptButton_AcceptDontSend');
  const target = press === 'imipAcceptButton' && quiet ? quiet : page().document.getElementById(press);
  main.setTimeout(() => target.dispatchEvent(new (page().Event)('command', { bubbles: true })), 0);
}
const asked = [];
for (let tries = 0; press && tries < 12; tries += 1) {
  await pause(250);
  for (const other of Services.wm.getEnumerator(null)) {
    if (other === main || !other.document.querySelector('dialog')) continue;
    asked.push(other.location.href);
    other.document.querySelector('dialog').acceptDialog();
  }
}
tabmail.closeTab(tab);
const now = (await items()).map((item) => ({ uid: item.id, start: item.startDate.nativeTime / 1000, title: item.title, status: item.status }));
return { says, offered, pressed: press ?? null, asked, items: now };`;

/** What stood in the bar of one message, and the calendar after its button was pressed. */
export interface Pressed {
  says: string;
  offered: string[];
  pressed: string | null;
  asked: string[];
  items: { uid: string; start: number; title: string; status: string }[];
}

/** Thunderbird in a screen of its own, with an empty calendar. */
export class Thunderbird {
  readonly #folder = mkdtempSync(join(tmpdir(), 'clients-thunderbird-'));
  readonly #running: ChildProcess[] = [];
  #marionette: Marionette | undefined;
  #taken = 0;

  static async start(identities: Identities): Promise<Thunderbird> {
    const thunderbird = new Thunderbird();
    await thunderbird.#start(identities);
    return thunderbird;
  }

  async #start(identities: Identities): Promise<void> {
    const profile = join(this.#folder, 'profile');
    mkdirSync(profile);
    writeFileSync(join(profile, 'user.js'), prefsOf(identities));
    const env = { ...process.env, DISPLAY, HOME: this.#folder, TZ: 'Europe/London' };
    const start = (command: string, ...words: string[]) =>
      this.#running.unshift(spawn(command, words, { env, stdio: 'ignore' }));
    start('Xvfb', DISPLAY, '-screen', '0', '1400x1000x24');
    const ways = ['--no-remote', '--marionette', '-remote-allow-system-access'];
    start('thunderbird', '--profile', profile, ...ways);
    this.#marionette = await Marionette.open(PORT);
    await this.#run(
      `for (let tries = 0; tries < 200; tries += 1) {
         const main = Services.wm.getMostRecentWindow('mail:3pane');
         if (main?.document.readyState === 'complete' && main.document.getElementById('tabmail')?.currentTabInfo) return true;
         await new Promise((resolve) => Services.tm.dispatchToMainThread(resolve));
       }`,
    );
  }

  #run<Result>(body: string, ...words: unknown[]): Promise<Result> {
    if (!this.#marionette) throw new Error('Thunderbird is not started.');
    return this.#marionette.run<Result>(body, ...words);
  }

  /** Empties the calendar. */
  empty = (): Promise<number> => this.#run(EMPTY);

  /** Takes a message in and presses what its bar offers: accept, update or delete; nothing where it offers none. */
  press(raw: Buffer): Promise<Pressed> {
    this.#taken += 1;
    const path = join(this.#folder, `${this.#taken}.eml`);
    writeFileSync(path, raw);
    return this.#run(PRESS, path, `Message ${this.#taken}`);
  }

  stop(): void {
    this.#marionette?.close();
    for (const child of this.#running) child.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}
