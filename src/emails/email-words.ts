/**
 * The line, as every email to an enquirer ends: its number and hours, and the whole days ahead on which it is closed all
 * the same ("Closed Friday 25 December"), which are known when the email is enqueued.
 */
export interface LineBlock {
  kind: 'line';
  phone: string;
  hours: string;
  closed?: string;
}

/** One part of an email's body. Every text is plain: markup is made, and escaped, where it is rendered. */
export type EmailBlock =
  | { kind: 'paragraph'; text: string }
  /** What the email is about, in a sentence: it stands first, and larger. */
  | { kind: 'lead'; text: string }
  | { kind: 'heading'; text: string }
  | LineBlock
  | { kind: 'reference'; text: string }
  /** An address is where the label leads, absolute. */
  | { kind: 'answers'; rows: readonly (readonly [label: string, answer: string, href?: string])[] }
  /** The one thing to do is a button; everything else that can be done is `quiet`. */
  | { kind: 'link'; label: string; href: string; quiet?: true }
  /** Things of which the reader chooses one. */
  | { kind: 'choices'; links: readonly { label: string; href: string }[] }
  /** Addresses too long to show: in HTML only their labels stand, and those `htmlOnly` are left out of the text. */
  | { kind: 'links'; links: readonly { label: string; href: string; htmlOnly?: true }[] };

/** What an email says, before it is rendered as text and as HTML. */
export interface EmailWords {
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  blocks: readonly EmailBlock[];
  /** How a letter to a person begins, and the number it is signed with. Notices to staff are no letters. */
  letter?: { greeting: string; phone: string };
}
