import { type Conflict, conflictInWords } from './conflicting-booking.ts';
import type { CallEvent } from './event-words.ts';

/** A call in a staff calendar that cannot take place at its time: it says so first, and why. */
export const conflictingEvent = (event: CallEvent, because: Conflict): CallEvent => ({
  ...event,
  summary: `Cannot take place: ${event.summary}`,
  description: `This call cannot take place at this time. ${conflictInWords(because)} Offer another time at the desk.\n\n${event.description}`,
});
