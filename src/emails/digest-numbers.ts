import { counted } from '#domain/count-words.ts';
import type { Digest } from '#domain/desk/digest.ts';
import type { Period } from '#domain/desk/numbers.ts';
import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';
import { NUMBERS_PATH } from '#domain/desk/paths.ts';
import { dateOf } from '#domain/time/day.ts';
import { lengthInWords, MONTH_NAMES } from '#domain/time/words.ts';
import { heading } from './blocks.ts';
import { lines, type Row } from './digest-part.ts';
import type { EmailBlock } from './email-words.ts';

export const monthOf = ({ from }: Period) => MONTH_NAMES[dateOf(from).month - 1] ?? '';

/** How soon a month’s enquiries were answered: nothing where none was sent. */
function answered({ answer: { answered: all, waiting, median, slowest } }: Period): Row[] {
  if (all + waiting === 0) return [];
  const still =
    waiting > 0 && `${counted(waiting, 'enquiry has', 'enquiries have')} had no answer yet.`;
  const soon =
    median !== undefined &&
    slowest !== undefined &&
    `${lengthInWords(median)} for the middle one, ${lengthInWords(slowest)} for the slowest, in hours in which the line is open.`;
  return [['Time to a first answer', lines(soon, still)]];
}

/** What there was in the month before, on the first working day of a month. */
export function numbers({ month, site }: Digest): EmailBlock[] {
  if (!month) return [];
  const { enquiries, byHand, outcomes, complaints, complaintsEnded } = month;
  const { callbacksBooked, discoveryCallsBooked, callbacks, discoveryCalls, cancelled } = month;
  const noted = OUTCOME_NAMES.filter((name) => outcomes[name] > 0);
  const rows: Row[] = [
    ['Enquiries', `${enquiries} sent on the site, ${byHand} written down at the desk`],
    ...answered(month),
    [
      `Calls booked in ${monthOf(month)}, for any day`,
      `${counted(callbacksBooked, 'callback')}, ${counted(discoveryCallsBooked, 'discovery call')}`,
    ],
    [
      `Calls for a day in ${monthOf(month)}`,
      `${counted(callbacks, 'callback')}, ${counted(discoveryCalls, 'discovery call')}; ${cancelled} cancelled`,
    ],
    [
      'Outcomes',
      noted.length === 0
        ? 'None noted'
        : noted.map((name) => `${OUTCOMES[name].label}: ${outcomes[name]}`).join('\n'),
    ],
    ...(complaints + complaintsEnded > 0
      ? [['Complaints', `${complaints} received, ${complaintsEnded} told the outcome`] as const]
      : []),
  ];
  return [
    heading(`The numbers of ${monthOf(month)}`),
    { kind: 'answers', rows },
    {
      kind: 'link',
      label: 'See all numbers',
      href: `${site}${NUMBERS_PATH}?by=month`,
      quiet: true,
    },
  ];
}
