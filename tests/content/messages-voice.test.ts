import { describe, expect, it } from 'vitest';
import { AVOIDED } from '#content/checks/avoided-words.ts';
import { exclamationFaults } from '#content/checks/exclamations.ts';
import { type Fault, faultLine } from '#content/checks/fault.ts';
import type { Passage } from '#content/checks/passage.ts';
import { type PhraseList, phraseFaults } from '#content/checks/phrases.ts';
import { type Message, messagesIn, messagesOfCode } from '../support/messages.ts';

/** How messages are not put, besides the words that pages avoid. */
const NOT_SAID: PhraseList = {
  wrong: 'is not how we say it',
  phrases: [
    ['go on with', 'Write “continue with”.'],
    ['if you go on', 'Write “You are about to …”.'],
    ['nothing tells', 'Write “we cannot email them”.'],
    ['opens nothing', 'Write “does not work”.'],
    ['took the invitation', 'Say which entry updates by itself.'],
    ['cut short on its way', 'Write “part of it may be missing”.'],
    ['what came of (?:it|them)', 'Write “the outcome”.'],
    ['(?:got|gets) about', 'Write “other people may have it”.'],
    ['nobody was told', 'Write “no notice went out”.'],
    ['(?<!should )we (?:ring|answer|write to) you', 'Write “we will”: it has not happened yet.'],
    ['please note', 'Leave it out.'],
    ['commits? you', 'Write “no obligation”, once, on the form.'],
    ['(?:call|time|message|case)s? stands?', 'Write “is”, or “is booked”.'],
    ['RPGs?', 'Write “groups”.'],
  ],
};

const passageOf = ({ where, line, text }: Message): Passage => ({
  where,
  text,
  written: text,
  lineAt: () => line,
});

const faultsIn = (messages: readonly Message[]): string[] =>
  messages
    .map(passageOf)
    .flatMap((passage): Fault[] => [
      ...phraseFaults(passage, AVOIDED),
      ...phraseFaults(passage, NOT_SAID),
      ...exclamationFaults(passage),
    ])
    .map(faultLine);

/** Code with a template in it; each “…” is something it fills in. */
const template = (words: string) =>
  ['const a = html`', words.replaceAll('…', '$'.concat('{b}')), '`;'].join('');

describe('the messages of the code', () => {
  it.each([
    ["const a = 'Somebody has asked for your link.';", '“Somebody” is a word we avoid.'],
    [template('If you go on, the call on … is cancelled.'), '“If you go on” is not how we say it.'],
    [
      template('<p>Nothing is moved …</p>\n<button>Go on\n  with this time</button>'),
      '“Go on with this time” is a word we avoid.',
    ],
    ["const a = 'Your call is booked now!';", '“now!” has an exclamation mark.'],
    [template('We ring you on ….'), '“We ring you” is not how we say it.'],
  ])('are found in %s', (code, expected) => {
    expect(faultsIn(messagesIn('a.ts', code)).join('\n')).toContain(`a.ts:1: ${expected}`);
  });

  it('are in the service’s voice', () => {
    const messages = messagesOfCode();
    const texts = messages.map(({ text }) => text);
    expect(texts).toContain('Thank you. We have your enquiry.');
    expect(texts).toContain('Nothing is waiting for us.');
    expect(texts.some((text) => text.startsWith('You are about to cancel your … on'))).toBe(true);
    expect(faultsIn(messages)).toEqual([]);
  });
});
