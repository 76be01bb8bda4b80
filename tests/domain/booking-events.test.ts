import { describe, expect, test } from 'vitest';
import { CallbackSchema, DiscoveryCallSchema, RescheduleSchema } from '#domain/booking/booking.ts';
import {
  cancelledForEnquirer,
  cancelledForStaff,
  enquirerEvent,
  erasedForEnquirer,
  erasedForStaff,
  handedOnEvent,
  staffEvent,
} from '#domain/booking/event-words.ts';
import { parametersOf, SlotsQuerySchema } from '#domain/booking/slots-query.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';

const call = (start: string) => ({
  kind: 'discovery-call' as const,
  reference: '7KQW2MXP',
  phone: '01632 960 001',
  start: Date.parse(start),
  end: Date.parse(start) + 30 * 60_000,
});
const WINTER = call('2026-01-12T10:00:00Z');
const SUMMER = call('2026-06-15T09:00:00Z');
const LINK = 'https://example.org/your-call/k3y/';
const SITE = 'Reflective Practice Groups';

describe('a call in a calendar', () => {
  test('says its date with the year, its time and which half of the year that is in', () => {
    expect(enquirerEvent(WINTER, SITE, undefined).description).toMatch(
      /^Monday 12 January 2026, 10am to 10:30am, UK time \(GMT\)\.\n/,
    );
    expect(enquirerEvent(SUMMER, SITE, undefined).description).toMatch(
      /^Monday 15 June 2026, 10am to 10:30am, UK time \(BST\)\.\n/,
    );
  });

  test('tells the enquirer who rings, their reference and, where it is private, their link', () => {
    const event = enquirerEvent(WINTER, SITE, LINK);
    expect(event.summary).toBe(`Discovery call: ${SITE}`);
    expect(event.location).toBe('By phone');
    expect(event.description).toContain('We will ring you on the number you gave us, at 10am');
    expect(event.description).toContain('Your reference: 7KQW2MXP');
    expect(event.description).toContain(
      `To move or cancel the call: ${LINK}\nDeclining in your calendar does not cancel the call: use the link.`,
    );
    expect(enquirerEvent(WINTER, SITE, undefined).description).not.toMatch(/http|Declining/);
  });

  test('does not promise a call at a time when nobody can ring', () => {
    const { description } = enquirerEvent(WINTER, SITE, LINK, { cannotTakePlace: true });
    expect(description).toContain('We cannot ring you then. Please choose another time.');
    expect(description).toContain(LINK);
    expect(description).not.toContain('We will ring you');
  });

  test('tells staff whom to ring, and about what', () => {
    const person = { name: 'A. Person', organisation: 'Example County Council', topic: 'Carers' };
    expect(staffEvent({ ...WINTER, ...person })).toEqual({
      summary: 'Discovery call: A. Person, Example County Council (7KQW2MXP)',
      description:
        'Monday 12 January 2026, 10am to 10:30am, UK time (GMT).\n\nRing A. Person on 01632 960 001.\nTo talk about: Carers\nDeclining in your calendar does not cancel the call: cancel it at the desk.',
      location: 'By phone: 01632 960 001',
    });
    const alone = { name: 'A. Person', organisation: undefined, topic: undefined };
    expect(staffEvent({ ...WINTER, ...alone, kind: 'callback' }).summary).toBe(
      'Callback: A. Person (7KQW2MXP)',
    );
  });

  const STAFF = { ...WINTER, name: 'A. Person', organisation: undefined, topic: 'Carers' };
  const WE_WILL_NOT = 'This call is cancelled. We will not ring you.';
  const DO_NOT = 'This call is cancelled. Do not ring.';

  test.each([
    ['cancelled, to the enquirer', cancelledForEnquirer(WINTER, SITE), WE_WILL_NOT],
    ['cancelled, to staff', cancelledForStaff(STAFF), DO_NOT],
    ['erased, to the enquirer', erasedForEnquirer(WINTER), WE_WILL_NOT],
    ['erased, to staff', erasedForStaff(WINTER), DO_NOT],
    [
      'handed on, to the old address',
      handedOnEvent(WINTER),
      'This call is cancelled in this calendar: it now uses another email address.',
    ],
  ])('%s: says so first, and promises no call', (_, event, first) => {
    expect(event.summary).toMatch(/^Cancelled: Discovery call/);
    expect(event.description.split('\n')[0]).toBe(first);
    expect(event.description).toContain('Monday 12 January 2026, 10am to 10:30am, UK time (GMT).');
    expect(event.description).not.toMatch(/We ring you|Ring A\. Person|http/);
  });

  test.each([
    ['erased, to the enquirer', erasedForEnquirer(WINTER)],
    ['erased, to staff', erasedForStaff(WINTER)],
    ['handed on', handedOnEvent(WINTER)],
  ])('%s: names nobody and no number', (_, event) => {
    expect(JSON.stringify(event)).not.toMatch(/01632|Person|Carers/);
  });
});

describe('what somebody asks for', () => {
  test('reads the start to an instant and keeps the rest as typed', () => {
    const start = Date.parse('2026-07-15T10:00:00Z');
    const asked = makeCallback({ start: ' 2026-07-15T11:00:00+01:00 ', topic: '  Carers ' });
    expect(CallbackSchema.parse(asked)).toEqual({
      start,
      name: 'A. Person',
      phone: '01632 960 001',
      topic: 'Carers',
    });
    expect(RescheduleSchema.parse({ start: '2026-07-15T11:00+01:00' })).toEqual({ start });
    expect(DiscoveryCallSchema.safeParse(makeDiscoveryCall()).success).toBe(true);
    expect(DiscoveryCallSchema.safeParse(makeCallback()).success).toBe(false);
  });

  test('a query names each parameter once', () => {
    const query = new URLSearchParams('kind=callback&from=2026-11-24&days=42');
    expect(SlotsQuerySchema.parse(parametersOf(query))).toEqual({
      kind: 'callback',
      from: Date.parse('2026-11-24') / 86_400_000,
      days: 42,
    });
    expect(parametersOf(new URLSearchParams('a=1&a=2'))).toEqual({ a: ['1', '2'] });
  });
});
