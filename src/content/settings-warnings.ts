import type { Calls } from '#domain/settings/calls.ts';
import { type Line, WEEKDAYS } from '#domain/settings/line.ts';
import { lengthInWords } from '#domain/time/words.ts';

const FILE = 'content/settings/line.yaml';

/** Days on which the line opens for less than a call lasts. */
const tooShort = ({ hours }: Line, { minutes }: Calls): string[] =>
  WEEKDAYS.flatMap((day) => {
    const open = hours[day];
    if (open === 'closed' || open.closes - open.opens >= minutes) return [];
    return [
      `hours → ${day}: the line is open for ${lengthInWords(open.closes - open.opens)}, and a call lasts ${lengthInWords(minutes)}, so nobody can book one that day. Open for longer, or write closed.`,
    ];
  });

const shut = ({ hours }: Line): string[] =>
  WEEKDAYS.every((day) => hours[day] === 'closed')
    ? [
        'hours: the line is closed on every day of the week, so nobody can book a call. Open it on one day at least; the days it is shut for a while are set at the desk.',
      ]
    : [];

/** What is right by the rules and yet perhaps not meant: a line for each, naming the file and the field. */
export const settingsWarnings = ({ line, calls }: { line: Line; calls: Calls }): string[] =>
  [...shut(line), ...tooShort(line, calls)].map((warning) => `${FILE}: ${warning}`);
