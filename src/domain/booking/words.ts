import type { CallKind, Slot } from '../slots/slot.ts';
import { MINUTE } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import { clockInWords, lengthInWords } from '../time/words.ts';

/** How long a call is, in words, from its own start and end. */
const lengthOf = ({ start, end }: Slot) => lengthInWords((end - start) / MINUTE);

const clockAt = (instant: number) => clockInWords(wallClockAt(instant).minute);

/** What happens at the time of a call: a callback comes within its window, a discovery call at its start. */
export const whatHappens: Readonly<Record<CallKind, (call: Slot & { phone: string }) => string>> = {
  callback: ({ start, end, phone }) =>
    `We will ring you on ${phone}, between ${clockAt(start)} and ${clockAt(end)} (UK time).`,
  'discovery-call': (call) =>
    `We will ring you on ${call.phone}, at ${clockAt(call.start)} (UK time). The call is ${lengthOf(call)} long.`,
};

/**
 * The number we ring, where what was typed must not stand: mail and invitations go to an address that anyone may have
 * typed (docs/api.md).
 */
export const NUMBER_GIVEN = 'the number you gave us';

/** What Google does with invitations, from its own documents; said wherever one is sent. */
export const GOOGLE_WAITS =
  'Google Calendar shows an invitation from a new sender once you have answered it.';

/** What happens to calendars when a call changes: add-to links carry no identity, so nothing can follow. */
export const CALENDARS_FOLLOW =
  'A call that our invitation put in your calendar updates by itself. If you added it yourself, delete that entry.';

/** The same for a person to whom no invitation goes: nothing changes what they put in a calendar. */
export const ENTRY_STAYS =
  'An entry in your calendar does not update by itself: if you move or cancel the call, delete it.';

/** The same where the call keeps its time. */
export const ENTRY_IS_RIGHT =
  'A call that our invitation put in your calendar updates by itself. If you added it yourself, the time of that entry is still right.';

/** Nobody reads what calendars answer: a call is cancelled on its page, or at the desk. */
export const DECLINING = {
  enquirer: 'Declining in your calendar does not cancel the call: use the link.',
  staff: 'Declining in your calendar does not cancel the call: cancel it at the desk.',
} as const;
