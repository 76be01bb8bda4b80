import type { Settings } from '#domain/settings/settings.ts';
import type { Fault } from './fault.ts';
import { foundIn, type Passage } from './passage.ts';

const PHONE = /(?<![\d/])(?:\+44|0)(?:[\s()-]?\d){9,11}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A phone number as it is dialled, spaces and the country apart. */
const dialled = (number: string) => number.replace(/^\+44/, '0').replace(/\D/g, '');

/** Where the words to look for numbers in hold a telephone number. */
export const TELEPHONES: RegExp = PHONE;

/** Numbers to ring and addresses to write to that are typed into the words of a page. */
export function contactFaults(passage: Passage, { line }: Settings): Fault[] {
  const phones = foundIn(
    passage,
    PHONE,
    (number) =>
      dialled(number) === dialled(line.phone)
        ? {
            wrong: `The number ${number} is typed by hand.`,
            instead: 'Write <Phone />, so that it stays right when the setting changes.',
          }
        : {
            wrong: `${number} is not the number people ring, which is ${line.phone}.`,
            instead: 'Write <Phone />; the number stands once, in content/settings/line.yaml.',
          },
    'written',
  );
  const emails = foundIn(
    passage,
    EMAIL,
    (address) => ({
      wrong: `The email address ${address} is typed by hand.`,
      instead:
        'Write <Identity field="email" />; the address stands once, in content/settings/identity.yaml.',
    }),
    'written',
  );
  return [...phones, ...emails];
}
