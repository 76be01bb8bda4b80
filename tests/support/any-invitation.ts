import * as fc from 'fast-check';
import { makeInvitation } from './make-invitation.ts';

const SECOND = 1000;

const hostile = fc.constantFrom(
  '\r\nATTENDEE:mailto:evil@example.org',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
  '\n BEGIN:VALARM',
  '\u2028X-EVIL:1\u0085X-EVIL:2\u000bX-EVIL:3',
  '"; evil="',
  ':MAILTO:evil@example.org',
  "^n^^^'",
  '\\n\\\\,;',
  'مرحبا بالعالم \u202eevil\u202c',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  '\ud83c',
  '\udf3f\ud83c',
  '\u0000\u0007\u007f\u009f',
  '\ufeff',
  '日本語'.repeat(40),
);

/** Text as anybody may type it, with what calendars take for their own. */
export const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), hostile))
  .map((pieces) => pieces.join(''));
const someText = anyText.map((text) => `.${text}`);

/** Any invitation such text gives. */
export const anyInvitation = fc
  .record({
    method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
    sequence: fc.integer({ min: 1, max: 10_000 }),
    start: fc.integer({ min: 0, max: 4_102_444_800 }).map((second) => second * SECOND),
    lasts: fc.integer({ min: 1, max: 7200 }).map((second) => second * SECOND),
    created: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    changedAfter: fc.integer({ min: 0, max: 10_000_000 }),
    name: anyText,
    organizer: anyText,
    summary: someText,
    description: someText,
    class: fc.constantFrom('PUBLIC' as const, 'PRIVATE' as const),
    location: someText,
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
  })
  .map(({ lasts, changedAfter, name, organizer, description, ...rest }) =>
    makeInvitation({
      ...rest,
      description:
        rest.method === 'CANCEL' ? `This call is cancelled. ${description}` : description,
      end: rest.start + lasts,
      stamp: rest.created + changedAfter,
      attendee: { email: 'a.person@council.example.org', name },
      organizer: { email: 'groups@example.org', name: organizer },
    }),
  );
