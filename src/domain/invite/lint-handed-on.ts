import type { Invitation } from './invitation.ts';

/** What an old address and a new one are told of a call that is handed from one to the other. */
export interface HandedOn {
  farewell: Invitation;
  welcome: Invitation;
}

/**
 * What is wrong with handing a call on, as sentences that hold nothing of it. One program may hold both
 * addresses, and reads the two in any order: the call must stand there whichever comes last.
 */
export const handedOnFaults = ({ farewell, welcome }: HandedOn): string[] =>
  [
    farewell.method === 'CANCEL' ? '' : 'The old address must be told CANCEL.',
    welcome.method === 'REQUEST' ? '' : 'The new address must be told REQUEST.',
    farewell.uid === welcome.uid ? 'The two must not share a UID.' : '',
    farewell.attendee.email === welcome.attendee.email ? 'The two must go to two addresses.' : '',
  ].filter(Boolean);
