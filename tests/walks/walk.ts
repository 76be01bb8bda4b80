import { expect } from 'vitest';
import { runJob } from '../../netlify/lib/jobs/jobs.ts';
import type { TestApp } from '../support/app.ts';
import { signIn } from '../support/desk.ts';
import { readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { answer } from '../support/site-doors.ts';
import { expectMailTrue, expectPageTrue, truthOf } from './claims.ts';
import type { LosingDatabase } from './lost-commits.ts';
import { formIn, type HeldForm, open, press, type Shown, timesIn } from './person.ts';
import { heldCalls, type Seen, shouldWait } from './waits.ts';

/** What a walk met, counted over all of them. */
export const MET = [
  'quarantine',
  'back',
  'lost commit',
  'unknown',
  'block',
  'stranded',
  'clock back',
] as const;
export type Met = Record<(typeof MET)[number], number>;

const EMAIL = 'person@example.org';
const OUTCOMES = [
  'spoke',
  'left a message',
  'wrote',
  'no answer',
  'commissioned',
  'not now',
  'duplicate',
];

/** One person, one desk, one database, and chance: each step is an act of either, and all that is said is checked after it. */
export class Walk {
  readonly met = new Set<keyof Met>();
  readonly steps: string[] = [];
  private readonly seen = new Map<string, Seen[]>();
  private tab: Shown | undefined;
  private lastPosted: HeldForm | undefined;
  private casePath: string | undefined;
  private mailRead = 0;
  private cookie = '';

  private readonly t: TestApp;
  private readonly database: LosingDatabase;
  private readonly chance: () => number;

  constructor(t: TestApp, database: LosingDatabase, chance: () => number) {
    this.t = t;
    this.database = database;
    this.chance = chance;
  }

  private pick<One>(all: readonly One[]): One | undefined {
    return all[Math.floor(this.chance() * all.length)];
  }

  private often(share: number): boolean {
    return this.chance() < share;
  }

  private wait(milliseconds: number): void {
    this.t.setNow(new Date(this.t.app.now().getTime() + milliseconds).toISOString());
  }

  private note(reference: string, seen: Seen): void {
    this.steps.push(`  ${reference}: ${JSON.stringify(seen)}`);
    this.seen.set(reference, [...(this.seen.get(reference) ?? []), seen]);
  }

  /** The sent words of every case: what the person changes when an act of theirs is done. */
  private async theirs(): Promise<Map<string, string>> {
    const rows = await this.t.app.database.query<{ reference: string; said: string }>(
      `SELECT c.reference, coalesce(e.corrected_at::text, '') || coalesce(e.id::text, '') || c.quarantined_at IS NULL
         || coalesce((SELECT string_agg(concat(b.id, b.starts_at, b.cancelled_at, b.corrected_at, b.during IS NULL), ',' ORDER BY b.id)
           FROM bookings b WHERE b.case_id = c.id AND b.quarantined_at IS NULL), '') AS said
       FROM cases c LEFT JOIN enquiries e ON e.case_id = c.id`,
    );
    return new Map(rows.map(({ reference, said }) => [reference, said]));
  }

  /** Does something as the person, and notes each case it changed, as far as it is not in quarantine. */
  private async asPerson(work: () => Promise<void>): Promise<void> {
    const before = await this.theirs();
    await work();
    for (const [reference, said] of await this.theirs()) {
      if (before.get(reference) !== said) this.note(reference, { by: 'person' });
    }
  }

  private async look(shown: Shown): Promise<void> {
    this.tab = shown;
    const held = shown.page.$('[data-state="held"]').length > 0;
    if (held) this.met.add('quarantine');
    if (shown.page.$('[data-state="call-cannot-take-place"]').length > 0) this.met.add('stranded');
    const key = /^\/your-enquiry\/[\w-]{43}\//.exec(shown.path);
    if (key) this.casePath = key[0];
    expectPageTrue(shown.page, await truthOf(this.t));
  }

  /** Posts a form as it stands; the commit may be lost, once or until the person has been told that nobody knows. */
  private async post(form: HeldForm): Promise<void> {
    this.lastPosted = form;
    const fate = this.chance();
    if (fate < 0.12) this.database.lose(this.often(0.5) ? 'done' : 'not done');
    else if (fate < 0.2) this.database.lose(this.often(0.5) ? 'done' : 'not done', 'not done');
    const lost = this.database.lost();
    let shown = await press(form);
    this.database.spare();
    if (this.database.lost() > lost) this.met.add('lost commit');
    if (shown.status === 503) {
      expect(shown.page.$('main').text()).toMatch(
        /cannot tell yet|could not|nothing has been saved/i,
      );
      if (/cannot tell yet/.test(shown.page.$('main').text())) this.met.add('unknown');
      // Nothing typed is lost, and pressing once more is safe.
      const again = formIn(shown) ?? form;
      for (const [name, value] of Object.entries(form.values)) {
        if (name !== 't' && name !== 'leave-empty' && value !== '' && name in again.values) {
          expect([again.values[name]].flat(), name).toEqual([value].flat());
        }
      }
      shown = await press({ ...form, values: { ...form.values, ...again.values } });
    }
    expect(shown.status, form.action).not.toBe(500);
    await this.look(shown);
  }

  private fill(form: HeldForm, more: Record<string, string | readonly string[]>): HeldForm {
    const values = { ...form.values };
    for (const [name, value] of Object.entries(more)) {
      if (values[name] === undefined || values[name] === '') values[name] = value;
    }
    if (this.often(0.12)) values['leave-empty'] = 'https://example.org';
    return { ...form, values };
  }

  /** Types for a while, or no time at all. */
  private type(): void {
    this.wait(this.often(0.35) ? 500 : 20_000);
  }

  private async enquire(): Promise<void> {
    const shown = await open('/enquire/', this.often(0.2));
    await this.look(shown);
    const form = formIn(shown);
    if (!form) return;
    this.type();
    const message = `Thought ${Math.floor(this.chance() * 1e6)}`;
    await this.post(
      this.fill(form, {
        organisation: 'Example County Council',
        name: 'A. Person',
        email: EMAIL,
        interests: ['groups'],
        message,
      }),
    );
  }

  private async book(kind: 'callback' | 'discovery-call'): Promise<void> {
    const key = this.often(0.5) ? this.casePath?.split('/')[2] : undefined;
    const join = key ? `?case=${key}` : '';
    const times = await open(`/${kind}/${join}`);
    const start = this.pick(timesIn(times));
    if (!start) return;
    const query = new URLSearchParams({ ...(key && { case: key }), start, step: 'details' });
    const form = times.page.$('main input[name=form]').attr('value');
    if (form) query.set('form', form);
    const details = await open(`/${kind}/?${query}`, this.often(0.15));
    const asked = formIn(details);
    if (!asked) return;
    this.type();
    const filled = this.fill(asked, {
      name: 'A. Person',
      phone: '01632 960 001',
      ...(this.often(0.8) || kind === 'discovery-call' ? { email: EMAIL } : {}),
      organisation: 'Example County Council',
    });
    const check = await press(filled);
    await this.look(check);
    const book = formIn(check);
    if (!book || !book.action.startsWith('/api/')) return;
    this.wait(3_000);
    await this.post(book);
  }

  /** Back to the form that was posted last, which stands as it was: sent again, perhaps with another word. */
  private async back(): Promise<void> {
    if (!this.lastPosted) return;
    this.met.add('back');
    this.wait(this.often(0.5) ? 700 : 30_000);
    const { action, values } = this.lastPosted;
    const name = 'message' in values ? 'message' : 'topic';
    const changed = this.often(0.4) && action.startsWith('/api/');
    await this.post({
      action,
      values: changed
        ? { ...values, [name]: `Second thought ${Math.floor(this.chance() * 1e6)}` }
        : values,
    });
  }

  /** Presses the button of a page that says "Not sent yet". */
  private async sendHeld(): Promise<void> {
    if (!this.tab || this.tab.page.$('[data-state="held"]').length === 0) return;
    const form = formIn(this.tab);
    if (form) await this.post(form);
  }

  private async visit(): Promise<void> {
    if (this.casePath) await this.look(await open(this.casePath));
  }

  /** Follows one of the ways on the person's own page, and presses what stands there. */
  private async change(way: 'reschedule' | 'cancel' | 'correct'): Promise<void> {
    if (!this.casePath) return;
    const own = await open(this.casePath);
    const links = own.page
      .$(`main a[href*="/${way}/"]`)
      .toArray()
      .map((link) => String(own.page.$(link).attr('href')));
    const path = this.pick(links);
    if (!path) return;
    const shown = await open(path);
    await this.look(shown);
    const form = formIn(shown);
    if (!form) return;
    const start = this.pick(timesIn(shown));
    if (way === 'reschedule' && !start) return;
    const name = 'message' in form.values ? 'message' : 'topic';
    await this.post({
      ...form,
      values: {
        ...form.values,
        ...(way === 'reschedule' && start ? { start } : {}),
        ...(way === 'correct' ? { [name]: `Corrected ${Math.floor(this.chance() * 1e6)}` } : {}),
      },
    });
  }

  private async desk(path: string, values?: Record<string, string>) {
    const response = await answer(
      values ? postForm(path, values, { cookie: this.cookie }) : get(path, this.cookie),
    );
    return { status: response.status, page: await readPage(response) };
  }

  private async someCase(where: string): Promise<string | undefined> {
    const rows = await this.t.app.database.query<{ reference: string }>(
      `SELECT reference FROM cases c WHERE ${where} ORDER BY reference`,
    );
    return this.pick(rows)?.reference;
  }

  /** When staff last acted in a case, as its timeline has it. */
  private async actedAt(reference: string): Promise<number> {
    const [row] = await this.t.app.database.query<{ at: Date }>(
      `SELECT max(a.at) AS at FROM case_acts a JOIN cases c ON c.id = a.case_id WHERE c.reference = $1`,
      [reference],
    );
    return row?.at.getTime() ?? 0;
  }

  private async outcome(): Promise<void> {
    const reference = await this.someCase('quarantined_at IS NULL');
    const outcome = this.pick(OUTCOMES);
    if (!reference || !outcome) return;
    const { status } = await this.desk(`/desk/cases/${reference}/outcome/`, {
      outcome: outcome.replaceAll(' ', '-'),
    });
    expect(status).toBe(303);
    const at = await this.actedAt(reference);
    this.note(reference, { by: 'staff', did: 'outcome', outcome, at, undone: false });
  }

  private async undo(): Promise<void> {
    const reference = await this.someCase(
      `EXISTS (SELECT FROM case_acts a WHERE a.case_id = c.id AND a.act = 'outcome' AND a.undone_at IS NULL)`,
    );
    if (!reference) return;
    const path = `/desk/cases/${reference}/undo/`;
    const { page } = await this.desk(path);
    const seen = page.$('input[name=seen]').attr('value') ?? '';
    expect((await this.desk(path, { seen })).status).toBe(303);
    const latest = (this.seen.get(reference) ?? []).findLast(
      (one) => one.by === 'staff' && one.did === 'outcome' && !one.undone,
    );
    if (latest?.by === 'staff' && latest.did === 'outcome') latest.undone = true;
  }

  private async release(): Promise<void> {
    const reference = await this.someCase('quarantined_at IS NOT NULL');
    if (reference) await this.desk(`/desk/cases/${reference}/release/`, {});
  }

  private async cancelAtDesk(): Promise<void> {
    const [row] = await this.t.app.database.query<{
      id: string;
      reference: string;
      starts_at: Date;
    }>(
      `SELECT b.id, c.reference, b.starts_at FROM bookings b JOIN cases c ON c.id = b.case_id
       WHERE b.during IS NOT NULL AND b.starts_at > $1 ORDER BY b.starts_at LIMIT 1`,
      [this.t.app.now()],
    );
    if (!row) return;
    const path = `/desk/cases/${row.reference}/calls/${row.id}/cancel/`;
    const { page } = await this.desk(path);
    const start = page.$('input[name=start]').attr('value') ?? '';
    const { status } = await this.desk(path, { start });
    expect(status).toBe(303);
    this.note(row.reference, {
      by: 'staff',
      did: 'answered',
      at: await this.actedAt(row.reference),
    });
  }

  /** Blocks the day of a call, or another day, whole. */
  private async block(): Promise<void> {
    const [call] = await this.t.app.database.query<{ day: string }>(
      `SELECT (starts_at AT TIME ZONE 'Europe/London')::date::text AS day FROM bookings
       WHERE during IS NOT NULL AND starts_at > $1 ORDER BY starts_at LIMIT 1`,
      [this.t.app.now()],
    );
    const soon = new Date(this.t.app.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const date = call && this.often(0.8) ? call.day : soon;
    const { status } = await this.desk('/desk/times/block/', { date, much: 'day', step: 'set' });
    if (status === 303) this.met.add('block');
  }

  private async pass(): Promise<void> {
    if (this.often(0.15)) {
      this.wait(-3_600_000);
      this.met.add('clock back');
    } else {
      this.wait(Math.floor(this.chance() * 30 * 3_600_000));
    }
    await runJob(this.t.app, 'remind');
  }

  /** Expects all that was mailed since the last look to be so, and the desk to say of each case what should be. */
  private async check(): Promise<void> {
    const truth = await truthOf(this.t);
    const { messages } = this.t.mailbox;
    for (const { email } of messages.slice(this.mailRead)) {
      if (email.to.includes(EMAIL)) expectMailTrue(email, truth);
    }
    this.mailRead = messages.length;
    this.cookie = await signIn(this.t);
    const { status, page } = await this.desk('/desk/cases/?filter=waiting');
    expect(status).toBe(200);
    const listed = page
      .$('.case-row .case-ref')
      .toArray()
      .map((one) => page.$(one).text().slice(-8));
    const rows = await this.t.app.database.query<{ reference: string; quarantined: boolean }>(
      'SELECT reference, quarantined_at IS NOT NULL AS quarantined FROM cases ORDER BY reference',
    );
    const should: string[] = [];
    for (const { reference, quarantined } of rows) {
      const seen = this.seen.get(reference) ?? [];
      const calls = await heldCalls(this.t, reference);
      if (!quarantined && shouldWait(seen, calls, truth.now)) should.push(reference);
    }
    expect(listed.sort()).toEqual(should.sort());
  }

  private readonly acts: readonly [name: string, weight: number, act: () => Promise<void>][] = [
    ['enquire', 3, () => this.asPerson(() => this.enquire())],
    ['book a discovery call', 3, () => this.asPerson(() => this.book('discovery-call'))],
    ['book a callback', 3, () => this.asPerson(() => this.book('callback'))],
    ['back', 3, () => this.asPerson(() => this.back())],
    ['send what is held', 3, () => this.asPerson(() => this.sendHeld())],
    ['visit', 1, () => this.visit()],
    ['move', 2, () => this.asPerson(() => this.change('reschedule'))],
    ['cancel', 2, () => this.asPerson(() => this.change('cancel'))],
    ['correct', 2, () => this.asPerson(() => this.change('correct'))],
    ['outcome', 3, () => this.outcome()],
    ['undo', 1, () => this.undo()],
    ['release', 1, () => this.asPerson(() => this.release())],
    ['cancel at the desk', 1, () => this.cancelAtDesk()],
    ['block', 2, () => this.block()],
    ['time passes', 3, () => this.pass()],
  ];

  /** Walks so many steps. */
  async go(steps: number): Promise<void> {
    this.cookie = await signIn(this.t);
    const all = this.acts.flatMap((act) => Array.from({ length: act[1] }, () => act));
    for (let step = 0; step < steps; step += 1) {
      const [name, , act] = this.pick(all) ?? [];
      if (!name || !act) continue;
      this.steps.push(`${this.t.app.now().toISOString()} ${name}`);
      this.cookie = await signIn(this.t);
      await act();
      await this.check();
    }
  }
}
