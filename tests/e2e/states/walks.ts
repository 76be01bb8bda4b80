import { aBookedCall, aCallbackWithoutEmail, askingForACall } from './calls.ts';
import { complaint } from './complaint.ts';
import { databaseAway } from './database-away.ts';
import { aCallerAtDesk, aCaseAtDesk, signingInAndOut } from './desk.ts';
import { offering } from './desk-offers.ts';
import { people } from './desk-people.ts';
import { quarantine } from './desk-quarantine.ts';
import { enquiry, linkAgain } from './enquiry.ts';
import { everyPage } from './pages.ts';
import { filledSheets, planner } from './plans.ts';
import type { Walk } from './walk.ts';

/** The ways through every page and every state of every form, by what they go through. */
export const WALKS: Readonly<Record<string, Walk>> = {
  'every page': everyPage,
  'the planner': planner,
  'sheets that a plan fills': filledSheets,
  'an enquiry': enquiry,
  'a complaint, a hold and words removed': complaint,
  'a lost link': linkAgain,
  'asking for a call': askingForACall,
  'a booked call': aBookedCall,
  'a callback without an email address': aCallbackWithoutEmail,
  'the database away': databaseAway,
  'signing in and out at the desk': signingInAndOut,
  'a case at the desk': aCaseAtDesk,
  'somebody who rings the desk': aCallerAtDesk,
  'times offered at the desk': offering,
  'quarantine, notes and lists at the desk': quarantine,
  'people, numbers and the audit at the desk': people,
};
