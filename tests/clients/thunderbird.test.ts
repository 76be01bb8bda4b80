import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../netlify/dev/mailbox/message.ts';
import { testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, cancelCall, moveTo } from '../support/bookings.ts';
import { below } from '../support/case-pages.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { delivered, withCalendar } from './maildir.ts';
import { isThere, PROGRAMS } from './programs.ts';
import { type Pressed, Thunderbird } from './thunderbird.ts';

const t = testApp();

const FIRST = Date.parse('2026-12-03T14:30:00Z');
const MOVED = Date.parse('2026-12-04T10:00:00Z');
const DETAILS = {
  name: 'A. Person',
  phone: '01632 960 001',
  organisation: 'Example County Council',
};

/** The messages to an address, oldest first. */
const mailTo = (address: string) =>
  t.mailbox.messages.filter(({ email }) => email.to.includes(address));

const lineOf = (name: string, message: Message): string => {
  const [text = ''] = (message.email.attachments ?? []).map(({ content }) =>
    Buffer.from(content, 'base64').toString('utf8'),
  );
  return new RegExp(`^${name}:.*(?:\r\n .*)*`, 'm').exec(text)?.[0] ?? '';
};

/** A message whose calendar says in some lines what another’s says. */
const sayingAs = (message: Message, other: Message, ...names: string[]): Message =>
  withCalendar(message, (text) =>
    names.reduce((all, name) => all.replace(lineOf(name, message), lineOf(name, other)), text),
  );

/** A call that is booked, moved and cancelled: three messages. */
async function bookedMovedCancelled() {
  const answer = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-12-03T14:30:00+00:00' })),
  );
  t.setNow('2026-11-24T10:20:00Z');
  await moveTo(answer.booking, '2026-12-04T10:00:00+00:00');
  t.setNow('2026-11-24T10:40:00Z');
  await cancelCall(answer.booking);
  const [first, moved, cancelled] = mailTo('person@example.org');
  if (!first || !moved || !cancelled) throw new Error('There are not three messages.');
  return { first, moved, cancelled };
}

describe.skipIf(!isThere(PROGRAMS.thunderbird))('Thunderbird’s own invitation bar', () => {
  let thunderbird: Thunderbird;
  beforeAll(async () => {
    thunderbird = await Thunderbird.start(['person@example.org', 'right@example.org']);
  });
  afterAll(() => thunderbird?.stop());

  /** Presses what each message offers, from an empty calendar; what stands in it after each. */
  async function pressAll(...messages: Message[]) {
    expect(await thunderbird.empty()).toBe(0);
    const seen: Pressed[] = [];
    for (const message of messages) {
      const shown = await thunderbird.press(await delivered(message));
      console.log(`${shown.says}: ${shown.pressed}; ${shown.items.length} in the calendar`);
      seen.push(shown);
    }
    return seen.map(({ items }) => items.map(({ start }) => start));
  }

  test('in order: accepted, moved, gone', async () => {
    const { first, moved, cancelled } = await bookedMovedCancelled();
    expect(await pressAll(first, moved, cancelled)).toEqual([[FIRST], [MOVED], []]);
  });

  // A cancellation of what a calendar does not know is nothing to it: that is why the messages about one call
  // are sent to a mailbox in the order they were written.
  test('reversed: the cancelled call stands at its last time, not at its first', async () => {
    const { first, moved, cancelled } = await bookedMovedCancelled();
    expect(await pressAll(cancelled, moved, first)).toEqual([[], [MOVED], [MOVED]]);
  });

  test('twice: one entry', async () => {
    const { first } = await bookedMovedCancelled();
    expect(await pressAll(first, first)).toEqual([[FIRST], [FIRST]]);
  });

  test('the old one after the new: the new time stays', async () => {
    const { first, moved } = await bookedMovedCancelled();
    expect(await pressAll(first, moved, first)).toEqual([[FIRST], [MOVED], [MOVED]]);
  });

  test('would leave the call at its old time, had the move no later sequence and stamp', async () => {
    const { first, moved } = await bookedMovedCancelled();
    const stale = sayingAs(moved, first, 'SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED');
    expect(await pressAll(first, stale)).toEqual([[FIRST], [FIRST]]);
  });

  /** A call whose address is corrected: what the old address and the new one are sent. */
  async function correctedAddress() {
    const answer = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-12-03T14:30:00+00:00' })),
    );
    t.setNow('2026-11-24T10:20:00Z');
    await below(answer).correct({ ...DETAILS, email: 'right@example.org' });
    const [first, farewell] = mailTo('person@example.org');
    const [welcome] = mailTo('right@example.org');
    if (!first || !farewell || !welcome) throw new Error('There are not three messages.');
    return { first, farewell, welcome };
  }

  test.each(['the old one told first', 'the new one told first'])(
    'a corrected address, both in one program, %s: the call stands once',
    async (order) => {
      const { first, farewell, welcome } = await correctedAddress();
      const told = order.startsWith('the old') ? [farewell, welcome] : [welcome, farewell];
      expect((await pressAll(first, ...told)).at(-1)).toEqual([FIRST]);
    },
  );

  test('would lose the call whose address was corrected, had both addresses one UID', async () => {
    const { first, farewell, welcome } = await correctedAddress();
    const shared = sayingAs(welcome, farewell, 'UID', 'SEQUENCE', 'DTSTAMP');
    expect((await pressAll(first, shared, farewell)).at(-1)).toEqual([]);
  });
});
