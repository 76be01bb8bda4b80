import { Hono } from 'hono';
import { NARROWING_PATHS } from '#domain/desk/times.ts';
import type { NarrowingKind } from '#domain/hours/narrowing.ts';
import type { WebEnv } from '../http/web-app.ts';
import { showAudit } from './audit/audit-page.ts';
import {
  showCalendars,
  showRemoveCalendar,
  takeCalendar,
  takeRemoveCalendar,
} from './calendars/calendars-page.ts';
import { showBookCall, takeBookCall } from './cases/book-call-page.ts';
import { showCallDetails, takeCallDetails } from './cases/call-details-page.ts';
import { cancelCall, showCancelCall } from './cases/cancel-call-page.ts';
import { showCase } from './cases/case-page.ts';
import { downloadCases, showDownload } from './cases/cases-csv-page.ts';
import { showCases } from './cases/cases-page.ts';
import {
  showChangeNote,
  showRemoveNote,
  takeChangeNote,
  takeRemoveNote,
} from './cases/change-note-page.ts';
import { showClose, showReopen, takeClose, takeReopen } from './cases/close-page.ts';
import {
  showAcknowledge,
  showReceived,
  takeAcknowledge,
  takeReceived,
} from './cases/complaint-dates-page.ts';
import {
  showComplaintStep,
  showReopenComplaint,
  takeComplaint,
  takeReopenComplaint,
} from './cases/complaint-page.ts';
import { showDetails, takeDetails } from './cases/details-page.ts';
import { erase, showErase } from './cases/erase-page.ts';
import { showFollowUp, takeFollowUp } from './cases/follow-up-page.ts';
import { showEndHold, showHold, takeEndHold, takeHold } from './cases/hold-page.ts';
import { showJoin, showUnjoin, takeJoin, takeUnjoin } from './cases/join-page.ts';
import { moveCall, showMoveCall } from './cases/move-call-page.ts';
import { showMoveNote, takeMoveNote } from './cases/move-note-page.ts';
import { showNewCase, takeNewCase } from './cases/new-case-page.ts';
import { showNewComplaint, takeNewComplaint } from './cases/new-complaint-page.ts';
import { showNote, takeNote } from './cases/note-page.ts';
import { showOutcome, takeOutcome } from './cases/outcome-page.ts';
import { showOwner, takeOwner } from './cases/owner-page.ts';
import { release, showRelease } from './cases/release-page.ts';
import { showRemoveWords, takeRemoveWords } from './cases/remove-words-page.ts';
import { showSendLink, takeSendLink } from './cases/send-link-page.ts';
import { showUndo, undo } from './cases/undo-page.ts';
import { unlessOnHold } from './cases/unless-on-hold.ts';
import { withDeskBooking } from './cases/with-desk-booking.ts';
import { withDeskCase } from './cases/with-desk-case.ts';
import { showDaySheet } from './diary/day-sheet-page.ts';
import { showDiary } from './diary/diary-page.ts';
import { showHelp } from './help/help-page.ts';
import { showNumbers } from './numbers/numbers-page.ts';
import { showOffer } from './offers/offer-pages.ts';
import { takeOffer } from './offers/offer-post.ts';
import { showDataRequests } from './requests/data-requests-page.ts';
import { showSubjectAccess } from './requests/subject-access-page.ts';
import {
  showAddPasskey,
  takeNewPasskey,
  takeNewPasskeyOptions,
  takePasskey,
  takePasskeyName,
  takePasskeyOptions,
  takePasskeyRemoval,
} from './sign-in/passkey-pages.ts';
import { showSessions, takeEndOfSession, takeSignOutEverywhere } from './sign-in/sessions-page.ts';
import { showSignInCode, takeSignInCode } from './sign-in/sign-in-code-page.ts';
import { showSignInButton, signIn } from './sign-in/sign-in-link-page.ts';
import { sendSignInLink, showSignIn } from './sign-in/sign-in-page.ts';
import { showSignOut, takeSignOut } from './sign-in/sign-out-page.ts';
import { withProof } from './sign-in/with-proof.ts';
import { showConflicts } from './times/conflicts-page.ts';
import { showDayOut, takeDayOutPost } from './times/day-out-page.ts';
import { showNarrowingForm, takeNarrowing } from './times/narrowing-pages.ts';
import { showOfferAll, takeOfferAll } from './times/offer-all-pages.ts';
import { showRemoval, takeRemoval } from './times/remove-narrowing-page.ts';
import { showTimes } from './times/times-page.ts';
import { showToday } from './today/today-page.ts';
import { showHour, showUndoHour, showUnusual, takeUndoHour } from './unusual/unusual-pages.ts';
import { withStaff } from './with-staff.ts';

/** The desk: for staff who are signed in, all but the ways to sign in. */
export const deskRoutes = new Hono<WebEnv>();

deskRoutes.get('/desk', withStaff(showToday));

deskRoutes.get('/desk/sign-in', showSignIn);
deskRoutes.post('/desk/sign-in', sendSignInLink);
deskRoutes.get('/desk/sign-in/code', showSignInCode);
deskRoutes.post('/desk/sign-in/code', takeSignInCode);
deskRoutes.post('/desk/sign-in/passkey/options', takePasskeyOptions);
deskRoutes.post('/desk/sign-in/passkey', takePasskey);
deskRoutes.get('/desk/sign-in/:link', showSignInButton);
deskRoutes.post('/desk/sign-in/:link', signIn);
deskRoutes.get('/desk/sign-out', withStaff(showSignOut));
deskRoutes.post('/desk/sign-out', withStaff(takeSignOut));
deskRoutes.get('/desk/sessions', withStaff(showSessions));
deskRoutes.post(
  '/desk/sessions/end-all',
  withStaff(withProof(takeSignOutEverywhere, '/desk/sessions/')),
);
deskRoutes.post(
  '/desk/sessions/:session/end',
  withStaff(withProof(takeEndOfSession, '/desk/sessions/')),
);

deskRoutes.get('/desk/passkeys/add', withStaff(withProof(showAddPasskey)));
deskRoutes.post('/desk/passkeys/options', withStaff(withProof(takeNewPasskeyOptions)));
deskRoutes.post('/desk/passkeys/add', withStaff(withProof(takeNewPasskey)));
deskRoutes.post('/desk/passkeys/:passkey/name', withStaff(takePasskeyName));
deskRoutes.post(
  '/desk/passkeys/:passkey/remove',
  withStaff(withProof(takePasskeyRemoval, '/desk/sessions/')),
);

deskRoutes.get('/desk/cases', withStaff(showCases));
deskRoutes.get('/desk/cases/cases.csv', withStaff(withProof(showDownload)));
deskRoutes.post('/desk/cases/cases.csv', withStaff(withProof(downloadCases)));

deskRoutes.get('/desk/cases/new', withStaff(showNewCase));
deskRoutes.post('/desk/cases/new', takeNewCase);
deskRoutes.get('/desk/cases/new-complaint', withStaff(showNewComplaint));
deskRoutes.post('/desk/cases/new-complaint', takeNewComplaint);

// A name with a dot in it is a file, not a reference.
deskRoutes.get('/desk/cases/:reference{[^./]+}', withDeskCase(showCase));
deskRoutes.get('/desk/cases/:reference/complaint', withDeskCase(showComplaintStep));
deskRoutes.post('/desk/cases/:reference/complaint', takeComplaint);
deskRoutes.get('/desk/cases/:reference/complaint/acknowledge', withDeskCase(showAcknowledge));
deskRoutes.post('/desk/cases/:reference/complaint/acknowledge', takeAcknowledge);
deskRoutes.get('/desk/cases/:reference/complaint/received', withDeskCase(showReceived));
deskRoutes.post('/desk/cases/:reference/complaint/received', takeReceived);
deskRoutes.get('/desk/cases/:reference/complaint/reopen', withDeskCase(showReopenComplaint));
deskRoutes.post('/desk/cases/:reference/complaint/reopen', withDeskCase(takeReopenComplaint));
deskRoutes.get('/desk/cases/:reference/hold', withDeskCase(showHold));
deskRoutes.post('/desk/cases/:reference/hold', takeHold);
deskRoutes.get('/desk/cases/:reference/hold/end', withDeskCase(showEndHold));
deskRoutes.post('/desk/cases/:reference/hold/end', withDeskCase(takeEndHold));
deskRoutes.get('/desk/cases/:reference/remove-words', withDeskCase(showRemoveWords));
deskRoutes.post('/desk/cases/:reference/remove-words', withDeskCase(takeRemoveWords));
deskRoutes.get('/desk/cases/:reference/note', withDeskCase(showNote));
deskRoutes.post('/desk/cases/:reference/note', takeNote);
deskRoutes.get('/desk/cases/:reference/outcome', withDeskCase(showOutcome));
deskRoutes.post('/desk/cases/:reference/outcome', takeOutcome);
deskRoutes.get('/desk/cases/:reference/undo', withDeskCase(showUndo));
deskRoutes.post('/desk/cases/:reference/undo', withDeskCase(undo));
deskRoutes.get('/desk/cases/:reference/details', withDeskCase(showDetails));
deskRoutes.post('/desk/cases/:reference/details', takeDetails);
deskRoutes.get('/desk/cases/:reference/send-link', withDeskCase(unlessOnHold(showSendLink)));
deskRoutes.post('/desk/cases/:reference/send-link', withDeskCase(unlessOnHold(takeSendLink)));
deskRoutes.get('/desk/cases/:reference/offer', withDeskCase(unlessOnHold(showOffer)));
deskRoutes.post('/desk/cases/:reference/offer', takeOffer);
deskRoutes.get('/desk/cases/:reference/release', withDeskCase(showRelease));
deskRoutes.post('/desk/cases/:reference/release', withDeskCase(release));
deskRoutes.get('/desk/cases/:reference/erase', withDeskCase(withProof(showErase)));
deskRoutes.post('/desk/cases/:reference/erase', withDeskCase(withProof(erase)));

deskRoutes.get('/desk/cases/:reference/follow-up', withDeskCase(showFollowUp));
deskRoutes.post('/desk/cases/:reference/follow-up', takeFollowUp);
deskRoutes.get('/desk/cases/:reference/close', withDeskCase(showClose));
deskRoutes.post('/desk/cases/:reference/close', takeClose);
deskRoutes.get('/desk/cases/:reference/reopen', withDeskCase(showReopen));
deskRoutes.post('/desk/cases/:reference/reopen', takeReopen);
deskRoutes.get('/desk/cases/:reference/owner', withDeskCase(showOwner));
deskRoutes.post('/desk/cases/:reference/owner', takeOwner);
deskRoutes.get('/desk/cases/:reference/notes/:note/change', withDeskCase(showChangeNote));
deskRoutes.post('/desk/cases/:reference/notes/:note/change', takeChangeNote);
deskRoutes.get('/desk/cases/:reference/notes/:note/move', withDeskCase(showMoveNote));
deskRoutes.post('/desk/cases/:reference/notes/:note/move', withDeskCase(takeMoveNote));
deskRoutes.get('/desk/cases/:reference/notes/:note/remove', withDeskCase(showRemoveNote));
deskRoutes.post('/desk/cases/:reference/notes/:note/remove', withDeskCase(takeRemoveNote));
deskRoutes.get('/desk/cases/:reference/join/:other', withDeskCase(withProof(showJoin)));
deskRoutes.post('/desk/cases/:reference/join/:other', withDeskCase(withProof(takeJoin)));
deskRoutes.get('/desk/cases/:reference/unjoin', withDeskCase(showUnjoin));
deskRoutes.post('/desk/cases/:reference/unjoin', withDeskCase(takeUnjoin));

deskRoutes.get('/desk/cases/:reference/book/:kind', withDeskCase(unlessOnHold(showBookCall)));
deskRoutes.post('/desk/cases/:reference/book/:kind', withDeskCase(unlessOnHold(takeBookCall)));
deskRoutes.get('/desk/cases/:reference/calls/:booking/details', withDeskBooking(showCallDetails));
deskRoutes.post('/desk/cases/:reference/calls/:booking/details', withDeskBooking(takeCallDetails));
deskRoutes.get(
  '/desk/cases/:reference/calls/:booking/move',
  withDeskBooking(unlessOnHold(showMoveCall)),
);
deskRoutes.post(
  '/desk/cases/:reference/calls/:booking/move',
  withDeskBooking(unlessOnHold(moveCall)),
);
deskRoutes.get('/desk/cases/:reference/calls/:booking/cancel', withDeskBooking(showCancelCall));
deskRoutes.post('/desk/cases/:reference/calls/:booking/cancel', withDeskBooking(cancelCall));

deskRoutes.get('/desk/cases/:reference/held', withDeskCase(showSubjectAccess));

deskRoutes.get('/desk/data-requests', withStaff(showDataRequests));
deskRoutes.get('/desk/audit', withStaff(showAudit));
deskRoutes.get('/desk/unusual', withStaff(showUnusual));
deskRoutes.get('/desk/unusual/:hour', withStaff(showHour));
deskRoutes.get('/desk/unusual/:hour/undo', withStaff(showUndoHour));
deskRoutes.post('/desk/unusual/:hour/undo', withStaff(takeUndoHour));
deskRoutes.get('/desk/numbers', withStaff(showNumbers));
deskRoutes.get('/desk/help', withStaff(showHelp));

deskRoutes.get('/desk/diary', withStaff(showDiary));
deskRoutes.get('/desk/diary/:date', withStaff(showDaySheet));

deskRoutes.get('/desk/times', withStaff(showTimes));
deskRoutes.get('/desk/times/calendars', withStaff(showCalendars));
deskRoutes.post('/desk/times/calendars', takeCalendar);
deskRoutes.get('/desk/times/calendars/remove', withStaff(showRemoveCalendar));
deskRoutes.post('/desk/times/calendars/remove', withStaff(takeRemoveCalendar));
deskRoutes.get('/desk/times/stranded', withStaff(showConflicts));
deskRoutes.get('/desk/times/stranded/offer', withStaff(showOfferAll));
deskRoutes.post('/desk/times/stranded/offer', takeOfferAll);
for (const [kind, path] of Object.entries(NARROWING_PATHS) as [NarrowingKind, string][]) {
  const set = path.slice(0, -1);
  deskRoutes.get(set, showNarrowingForm(kind));
  deskRoutes.post(set, takeNarrowing(kind));
  deskRoutes.get(`${set}/:id`, showNarrowingForm(kind));
  deskRoutes.post(`${set}/:id`, takeNarrowing(kind));
  deskRoutes.get(`${set}/:id/day`, showDayOut(kind));
  deskRoutes.post(`${set}/:id/day`, takeDayOutPost(kind));
  deskRoutes.get(`${set}/:id/remove`, showRemoval(kind));
  deskRoutes.post(`${set}/:id/remove`, takeRemoval(kind));
}
