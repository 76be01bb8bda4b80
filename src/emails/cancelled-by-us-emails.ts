import { CALL_NAMES } from '#domain/booking/booking.ts';
import type { CancellationWantedBy } from '#domain/desk/call-cancellation.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { heading, lead, letterTo, paragraph, theLine, theLink } from './blocks.ts';
import { type BookingEmail, type CallEmail, LEAVES_CALENDARS } from './booking-emails.ts';
import { cancelledNotice, doneByUs } from './booking-notices.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** Where another call is booked into the same case: an absolute address that holds a key, so never for staff. */
export interface BookAgain {
  againLink: string;
}

/** Times that are free instead, each with the address where it is booked. */
export interface OtherTimes extends BookAgain {
  times: readonly { start: number; href: string }[];
}

const reference = (call: CallEmail): EmailBlock[] => [
  heading('Your reference'),
  { kind: 'reference', text: call.reference },
];

/** How a call is called off: what the email is called and begins with, and how it comes to another time. */
interface CalledOff {
  subject: string;
  preview: string;
  what: string;
  again: string;
}

const calledOff = (
  call: BookingEmail & BookAgain,
  { subject, preview, what, again }: CalledOff,
): EmailWords => ({
  subject: `${subject}: ${instantInWords(call.start, call.now)}`,
  preview,
  blocks: [
    lead(what),
    LEAVES_CALENDARS,
    heading(again),
    paragraph('We have kept what you told us, so there is little to fill in again.'),
    { kind: 'link', label: 'Choose another time', href: call.againLink },
    ...reference(call),
    theLine(call.phoneOfLine, call.hours),
    ...theLink(call, { quiet: true }),
  ],
  letter: letterTo(call.name, call.phoneOfLine),
});

/** To the enquirer: we have cancelled their call, and are sorry; their calendar, and how to choose another time. */
export const cancelledByUsEmail = (call: BookingEmail & BookAgain): EmailWords =>
  calledOff(call, {
    subject: `We have had to cancel your ${CALL_NAMES[call.kind]}`,
    preview: 'We are sorry. You can choose another time.',
    what: `We are sorry: we cannot ring you on ${callInWords(call, call.now)}, so we have cancelled your ${CALL_NAMES[call.kind]}.`,
    again: 'Choose another time',
  });

/** To the enquirer: we have cancelled their call because they asked us to; the same otherwise. */
export const cancelledAsAskedEmail = (call: BookingEmail & BookAgain): EmailWords =>
  calledOff(call, {
    subject: `Your ${CALL_NAMES[call.kind]} is cancelled`,
    preview: 'As you asked. You can choose another time.',
    what: `As you asked, we have cancelled your ${CALL_NAMES[call.kind]} on ${callInWords(call, call.now)}. We will not ring you then.`,
    again: 'If you would like another time',
  });

/** To staff: one of them has cancelled a call at the desk, and who wanted it; `by` is their address. */
export const cancelledByUsNotice = (
  call: CallEmail,
  by: string,
  wantedBy: CancellationWantedBy,
): EmailWords =>
  doneByUs(
    cancelledNotice(call),
    `${by} has cancelled this call at the desk${wantedBy === 'them' ? ', as they asked' : ''}.`,
  );

function freeTimes({ times, againLink, now }: OtherTimes & CallEmail): EmailBlock[] {
  const link = { kind: 'link', label: 'See every free time', href: againLink } as const;
  if (times.length === 0) {
    return [
      heading('Choose another time'),
      paragraph('No time is free as we write. You can look again later, or ring us.'),
      { ...link, label: 'Look for a free time' },
    ];
  }
  return [
    heading('Times that are free (UK time)'),
    {
      kind: 'choices',
      links: times.map(({ start, href }) => ({ label: instantInWords(start, now), href })),
    },
    { ...link, quiet: true },
  ];
}

/** To the enquirer: we could not keep the time they asked for; the nearest that are free, and all of them. */
export const timeGoneEmail = (call: BookingEmail & OtherTimes): EmailWords => ({
  subject: `Please choose another time for your ${CALL_NAMES[call.kind]}`,
  preview: `We could not keep ${instantInWords(call.start, call.now)} for you.`,
  blocks: [
    lead(
      `We are sorry: we could not keep the time you asked for, and will not ring you on ${callInWords(call, call.now)}.`,
    ),
    ...freeTimes(call),
    ...reference(call),
    theLine(call.phoneOfLine, call.hours),
    ...theLink(call, { quiet: true }),
  ],
  letter: letterTo(call.name, call.phoneOfLine),
});
