/**
 * Days around weekends, bank holidays and clock changes, lived through with the schedules at the very
 * times Netlify would run them. Every time is London's, unless it ends in Z.
 */
export interface Days {
  name: string;
  from: string;
  to: string;
  /** What somebody does, and when. `who` is their address. */
  acts: readonly {
    at: string;
    who: string;
    books?: string;
    moves?: string;
    cancels?: true;
    enquires?: true;
  }[];
  /** What is to go out, and nothing else: each instant, to whom, and the call it reminds of. */
  sent: readonly (readonly [at: string, to: string, of?: string])[];
}

/** What stands for staff, who get digests. */
export const STAFF = 'digest';

/** A weekend, the bank holidays of Christmas and Easter, and clock changes both ways. */
export const DAYS: readonly Days[] = [
  {
    name: 'a weekend',
    from: '2026-11-26T07:00',
    to: '2026-12-02T18:00',
    acts: [
      { at: '2026-11-26T07:00', who: 'enquirer', enquires: true },
      { at: '2026-11-26T07:10', who: 'early', books: '2026-11-30T11:00' },
      { at: '2026-11-26T07:20', who: 'moved', books: '2026-12-02T11:00' },
      { at: '2026-11-26T07:30', who: 'cancelled', books: '2026-11-30T12:00' },
      { at: '2026-11-26T07:40', who: 'tuesday', books: '2026-12-01T09:00' },
      { at: '2026-11-26T12:00', who: 'cancelled', cancels: true },
      { at: '2026-11-27T08:59', who: 'in-time', books: '2026-11-30T14:00' },
      { at: '2026-11-27T09:01', who: 'friday', books: '2026-11-30T15:00' },
      { at: '2026-11-30T09:01', who: 'too-late', books: '2026-12-01T15:00' },
      { at: '2026-11-30T09:30', who: 'moved', moves: '2026-12-01T16:00' },
    ],
    sent: [
      ['2026-11-26T08:00Z', STAFF],
      ['2026-11-27T08:00Z', STAFF],
      ['2026-11-29T09:00Z', 'early', 'Monday 30 November, 11am'],
      ['2026-11-29T09:00Z', 'in-time', 'Monday 30 November, 2pm'],
      ['2026-11-29T09:00Z', 'friday', 'Monday 30 November, 3pm'],
      ['2026-11-30T08:00Z', STAFF],
      ['2026-11-30T09:00Z', 'tuesday', 'Tuesday 1 December, 9am'],
      ['2026-12-01T08:00Z', STAFF],
      ['2026-12-02T08:00Z', STAFF],
    ],
  },
  {
    name: 'Christmas 2026, Boxing Day kept on the Monday',
    from: '2026-12-22T12:00',
    to: '2026-12-31T12:00',
    acts: [
      { at: '2026-12-22T12:00', who: 'enquirer', enquires: true },
      { at: '2026-12-22T13:00', who: 'eve', books: '2026-12-24T10:00' },
      { at: '2026-12-22T13:10', who: 'after', books: '2026-12-29T10:00' },
      { at: '2026-12-22T13:20', who: 'wednesday', books: '2026-12-30T17:30' },
      { at: '2026-12-24T10:00', who: 'over-christmas', books: '2026-12-29T14:00' },
      { at: '2026-12-28T09:01', who: 'too-late', books: '2026-12-29T16:00' },
    ],
    sent: [
      ['2026-12-23T08:00Z', STAFF],
      ['2026-12-23T09:00Z', 'eve', 'Thursday 24 December, 10am'],
      ['2026-12-24T08:00Z', STAFF],
      ['2026-12-28T09:00Z', 'after', 'Tuesday 29 December, 10am'],
      ['2026-12-28T09:00Z', 'over-christmas', 'Tuesday 29 December, 2pm'],
      ['2026-12-29T08:00Z', STAFF],
      ['2026-12-29T09:00Z', 'wednesday', 'Wednesday 30 December, 5:30pm'],
      ['2026-12-30T08:00Z', STAFF],
      ['2026-12-31T08:00Z', STAFF],
    ],
  },
  {
    name: 'Easter 2027, the clocks going forward on its Sunday',
    from: '2027-03-24T12:00',
    to: '2027-04-01T12:00',
    acts: [
      { at: '2027-03-24T12:00', who: 'enquirer', enquires: true },
      { at: '2027-03-24T13:00', who: 'tuesday', books: '2027-03-30T10:00' },
      { at: '2027-03-24T13:10', who: 'wednesday', books: '2027-03-31T10:00' },
    ],
    sent: [
      ['2027-03-25T08:00Z', STAFF],
      ['2027-03-29T08:00Z', 'tuesday', 'Tuesday 30 March, 10am'],
      ['2027-03-30T07:00Z', STAFF],
      ['2027-03-30T08:00Z', 'wednesday', 'Wednesday 31 March, 10am'],
      ['2027-03-31T07:00Z', STAFF],
      ['2027-04-01T07:00Z', STAFF],
    ],
  },
  {
    name: 'the clocks going back on 31 October 2027',
    from: '2027-10-28T12:00',
    to: '2027-11-02T20:00',
    acts: [
      { at: '2027-10-28T12:00', who: 'enquirer', enquires: true },
      { at: '2027-10-28T13:00', who: 'monday', books: '2027-11-01T09:00' },
      { at: '2027-10-28T13:10', who: 'tuesday', books: '2027-11-02T09:00' },
    ],
    sent: [
      ['2027-10-29T07:00Z', STAFF],
      ['2027-10-31T09:00Z', 'monday', 'Monday 1 November, 9am'],
      ['2027-11-01T08:00Z', STAFF],
      ['2027-11-01T09:00Z', 'tuesday', 'Tuesday 2 November, 9am'],
      ['2027-11-02T08:00Z', STAFF],
    ],
  },
  {
    name: 'the clocks going forward on 26 March 2028',
    from: '2028-03-23T12:00',
    to: '2028-03-28T20:00',
    acts: [
      { at: '2028-03-23T12:00', who: 'enquirer', enquires: true },
      { at: '2028-03-23T13:00', who: 'monday', books: '2028-03-27T09:00' },
      { at: '2028-03-23T13:10', who: 'tuesday', books: '2028-03-28T09:00' },
    ],
    sent: [
      ['2028-03-24T08:00Z', STAFF],
      ['2028-03-26T08:00Z', 'monday', 'Monday 27 March, 9am'],
      ['2028-03-27T07:00Z', STAFF],
      ['2028-03-27T08:00Z', 'tuesday', 'Tuesday 28 March, 9am'],
      ['2028-03-28T07:00Z', STAFF],
    ],
  },
];
