import type { Settings } from '#domain/settings/settings.ts';
import type { Fault } from './fault.ts';
import { foundIn, type Passage } from './passage.ts';

const PHONE = /(?<![\d/])(?:\+44|0)(?:[\s()-]?\d){9,11}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A phone number as it is dialled, spaces and the country apart. */
const dialled = (number: string) => number.replace(/^\+44/, '0').replace(/\D/g, '');

/** Where the words to look for numbers in hold a telephone number. */
export const TELEPHONES: RegExp = PHONE;

/** Figures that may differ before a number is taken for another one than ours: two are a slip of the fingers. */
const SLIP = 2;

/** Whether a number is ours with a slip in it: people who ring it would reach a stranger. */
function isMistyped(number: string, ours: string): boolean {
  const [typed, right] = [dialled(number), dialled(ours)];
  if (typed === right || typed.length !== right.length) return false;
  return [...typed].filter((figure, index) => figure !== right[index]).length <= SLIP;
}

/** The number people ring, typed into the words of a page with a mistake in it. */
export const mistypedNumberFaults = (passage: Passage, { line }: Settings): Fault[] =>
  foundIn(
    passage,
    PHONE,
    (number) => ({
      wrong: `${number} is not the number people ring, which is ${line.phone}.`,
      instead: passage.plain
        ? `Write ${line.phone}.`
        : 'Write <Phone />; the number stands once, in content/settings/line.yaml.',
    }),
    'written',
    (number) => isMistyped(number, line.phone),
  );

/** The number people ring, and email addresses, typed into the words of a page. */
export function typedContactFaults(passage: Passage, { line }: Settings): Fault[] {
  const phones = foundIn(
    passage,
    PHONE,
    (number) => ({
      wrong: `The number ${number} is typed by hand.`,
      instead: passage.plain
        ? 'Lead to /contact/ instead, where it stays right when the setting changes.'
        : 'Write <Phone />, so that it stays right when the setting changes.',
    }),
    'written',
    (number) => dialled(number) === dialled(line.phone),
  );
  const emails = foundIn(
    passage,
    EMAIL,
    (address) => ({
      wrong: `The email address ${address} is typed by hand.`,
      instead: passage.plain
        ? 'Lead to /contact/ instead, where it stays right when the setting changes.'
        : 'Write <Identity field="email" />; the address stands once, in content/settings/identity.yaml.',
    }),
    'written',
  );
  return [...phones, ...emails];
}
