import type { Digest } from '#domain/desk/digest.ts';
import { london } from './london.ts';

/** Who turned to us, in most parts of it. */
export const caller = { name: 'A. Person', organisation: 'Example County Council' };

const slot = (from: string, to: string) => ({
  start: london(`2026-11-24T${from}`),
  end: london(`2026-11-24T${to}`),
});

/** A digest with nothing in it but what a test puts there. */
export const makeDigest = (overrides: Partial<Digest> = {}): Digest => ({
  now: london('2026-11-24T08:00'),
  site: 'https://example.org',
  complaints: [],
  requests: [],
  holds: [],
  undelivered: [],
  fresh: [],
  waiting: [],
  offered: [],
  calls: [],
  conflicting: [],
  quarantined: { references: [], kept: 0, days: 7 },
  ...overrides,
});

/** A digest with something in every part but the conflicting calls. */
export const full = makeDigest({
  undelivered: [
    {
      ...caller,
      reference: 'AAAAAAAA',
      what: 'acknowledgement',
      audience: 'enquirer',
      how: 'sent back',
      phone: '01632 960 001',
    },
    { what: 'withdrawal notice', audience: 'staff', how: 'given up', phone: '01632 960 002' },
  ],
  fresh: [
    { ...caller, reference: 'BBBBBBBB', enquired: true },
    {
      name: 'B. Person',
      reference: 'CCCCCCCC',
      enquired: false,
      call: { kind: 'callback', cancelled: false, ...slot('15:00', '15:30') },
    },
    {
      ...caller,
      reference: 'DDDDDDDD',
      enquired: false,
      call: { kind: 'discovery-call', cancelled: true, ...slot('16:00', '16:30') },
    },
  ],
  waiting: [
    { ...caller, reference: 'EEEEEEEE', at: london('2026-11-20T14:05'), because: 'wrote' },
    {
      name: 'B. Person',
      reference: 'IIIIIIII',
      at: london('2026-11-23T11:00'),
      because: 'call',
      call: 'callback',
      triedAt: london('2026-11-23T16:30'),
    },
  ],
  calls: [
    {
      ...caller,
      reference: 'FFFFFFFF',
      kind: 'discovery-call',
      phone: '01632 960 003',
      ...slot('11:00', '11:30'),
    },
    {
      name: 'B. Person',
      reference: 'CCCCCCCC',
      kind: 'callback',
      phone: '01632 960 004',
      ...slot('15:00', '15:30'),
    },
  ],
  quarantined: { references: ['GGGGGGGG', 'HHHHHHHH'], kept: 5, days: 7 },
});

/** A call to come in time that staff have blocked since. */
export const conflictingCall: Digest['conflicting'][number] = {
  ...caller,
  reference: 'JJJJJJJJ',
  kind: 'discovery-call',
  phone: '01632 960 005',
  start: london('2026-11-25T13:30'),
  end: london('2026-11-25T14:00'),
  because: {
    kind: 'blocked',
    block: {
      id: '0',
      start: london('2026-11-25T13:00'),
      end: london('2026-11-25T15:00'),
      why: 'Training',
    },
  },
  writable: true,
  offered: false,
};
