import { hoursInWords } from '../hours/words.ts';
import type { Calls } from '../settings/calls.ts';
import type { Line } from '../settings/line.ts';
import type { CallKind } from '../slots/slot.ts';
import { lengthInWords } from '../time/words.ts';
import { CALL_WORDS } from './call-words.ts';

/** One way to talk to us, in a sentence or two, so that it can be compared with the others. */
export interface WayToTalk {
  way: 'ring' | CallKind;
  name: string;
  says: string;
}

/** The three ways to talk to us, soonest first: the same words wherever one is chosen. */
export function waysToTalk(
  { hours }: Pick<Line, 'hours'>,
  { minutes }: Pick<Calls, 'minutes'>,
): readonly WayToTalk[] {
  const length = lengthInWords(minutes);
  return [
    { way: 'ring', name: 'Ring us now', says: `${hoursInWords(hours)}. No appointment needed.` },
    {
      way: 'callback',
      name: 'Ask us to ring you',
      says: `A short call when it suits you. ${CALL_WORDS.callback.about(length)}`,
    },
    {
      way: 'discovery-call',
      name: 'Book a discovery call',
      says: `A first conversation about your organisation, at a time you choose. ${CALL_WORDS['discovery-call'].about(length)} We email you an invitation for your calendar.`,
    },
  ];
}
