import type { Message } from '../../netlify/dev/mailbox/message.ts';

/** The first words of a letter, after its greeting: two letters may share a subject. */
const opening = ({ email }: Message): string =>
  /^(?:Dear .*|Hello)\n\n(\S+ \S+)/.exec(email.text ?? '')?.[1] ?? '';

/** What a message is called without what is its own: references, numbers and times. */
export const kindOf = (message: Message): string =>
  `${subjectOf(message)} ${opening(message)}`.trim();

const subjectOf = ({ email }: Message): string =>
  email.subject
    .replace(/: .*/, '')
    .replace(/\(?\b[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}\b\)?/g, '')
    .replace(/ to (?:Mon|Tues|Wednes|Thurs|Fri)day.*/, '')
    .replace(/^(?:Mon|Tues|Wednes|Thurs|Fri)day .*/, 'Digest')
    .replace(/\s+/g, ' ')
    .trim();

/** One message of each kind, to the public and to staff. */
export const oneOfEachKind = (messages: readonly Message[]): Message[] => [
  ...new Map(messages.map((message) => [kindOf(message), message])).values(),
];
