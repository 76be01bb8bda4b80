import { nameFirst } from '#domain/cases/contact-person.ts';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { COMPLAINT_ABOUT } from '#domain/complaints/complaint.ts';
import { counted } from '#domain/count-words.ts';
import { requestInWords, requestState, requestsInShort } from '#domain/desk/data-request.ts';
import {
  type Digest,
  type HoldToLookAt,
  type OpenComplaint,
  undeliveredInWords,
} from '#domain/desk/digest.ts';
import { DESK_PATH } from '#domain/desk/paths.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import { heading, paragraph } from './blocks.ts';
import { caseRow, lines, type Row, section } from './digest-part.ts';
import type { EmailBlock } from './email-words.ts';

/** A quarantine may hold a flood: the desk has the rest. */
const MOST_REFERENCES = 50;

const complaintRow = (digest: Digest) => (one: OpenComplaint) => {
  const { state } = complaintClock(one.receivedAt, digest.now);
  return caseRow(
    digest,
    one,
    lines(
      `About: ${COMPLAINT_ABOUT[one.about].toLowerCase()}`,
      `${state === 'in time' ? '' : 'Urgent. '}${clockOfComplaint(one, digest.now)}`,
    ),
  );
};

export const complaints = (digest: Digest) =>
  section('Complaints', digest.complaints, complaintRow(digest), {
    before:
      'Each is to be answered within 30 days of the day it came. Note the outcome at the desk, and it leaves this list.',
  });

/** How many requests about data are open and how soon the first is to be answered: whose they are, the desk says. */
export function requests({ requests: all, now, site }: Digest): EmailBlock[] {
  const { day: today } = wallClockAt(now);
  const [first] = all.filter(({ by }) => by !== undefined);
  const undated = all.filter(({ by }) => by === undefined).length;
  const urgent = first && requestState(first.by, today) !== 'in time' ? 'Urgent. ' : '';
  const said = lines(
    first && all.length > 1 && 'The one that is due first:',
    first && `${urgent}${requestInWords(first.by, today)}`,
    undated > 0 &&
      (all.length === 1
        ? requestInWords(undefined, today)
        : `The ${undated === 1 ? 'note of one does' : `notes of ${undated} do`} not say by when to answer, or not as a date that can be read: write the day into ${undated === 1 ? 'it' : 'them'}.`),
  );
  return section('Data requests', all.slice(0, 1), () => [
    requestsInShort(all, today),
    said,
    `${site}${DESK_PATH}#data-requests`,
  ]);
}

const dayOfHold = ({ lookAgain }: HoldToLookAt, now: number) =>
  dayInWords(lookAgain, wallClockAt(now).day);

export const onHold = (digest: Digest) =>
  section('On hold, to look at again', digest.holds, (one) =>
    caseRow(digest, one, `To be looked at again since ${dayOfHold(one, digest.now)}.`),
  );

export function quarantined({ quarantined: { references, kept, days } }: Digest): EmailBlock[] {
  if (references.length === 0) return [];
  const named = references.slice(0, MOST_REFERENCES);
  const more = references.length - named.length;
  return [
    heading('In quarantine'),
    paragraph(
      `Since the last digest ${counted(references.length, 'message')} looked automatic, so no notice went out: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}. Each is kept for ${counted(days, 'day')} and then erased, unless it is on hold. There ${kept === 1 ? 'is' : 'are'} ${kept} in quarantine now.`,
    ),
  ];
}

function lost(digest: Digest, one: Digest['undelivered'][number]): Row {
  const to = one.audience === 'staff' ? 'staff' : nameFirst(one) || 'the enquirer';
  const words = lines(
    undeliveredInWords(one, to),
    one.audience === 'enquirer' && one.phone && `They gave the number ${one.phone}.`,
  );
  const { reference } = one;
  return reference ? caseRow(digest, { ...one, reference }, words) : ['About no enquiry', words];
}

export const undelivered = (digest: Digest) =>
  section('Not delivered', digest.undelivered, (one) => lost(digest, one), {
    before:
      'These messages did not arrive, and will not be tried again. Contact these people another way.',
  });
