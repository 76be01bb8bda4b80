import type { CallKind, Slot } from '../slots/slot.ts';
import { MINUTE } from '../time/day.ts';
import { lengthInWords } from '../time/words.ts';

/** How long a call is, in words, from its own start and end. */
const lengthOf = ({ start, end }: Slot) => lengthInWords((end - start) / MINUTE);

/** What happens at the time of a call: a callback comes within its window, a discovery call at its start. */
export const whatHappens: Readonly<Record<CallKind, (call: Slot & { phone: string }) => string>> = {
  callback: ({ phone }) => `We ring you on ${phone}, between those two times.`,
  'discovery-call': (call) =>
    `We ring you on ${call.phone} when it starts. The call is by phone, and ${lengthOf(call)} long.`,
};

/** What Google does with invitations, from its own documents; said wherever one is sent. */
export const GOOGLE_WAITS =
  'Google keeps invitations from senders it does not know out of your calendar until you answer them.';
