import type { Settings } from '#domain/settings/settings.ts';
import type { Fault } from './fault.ts';
import { foundIn, type Passage } from './passage.ts';

const PHONE = /(?<![\d/])(?:\+44|0)(?:[\s()-]?\d){9,11}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A phone number as it is dialled, spaces and the country apart. */
const dialled = (number: string) => number.replace(/^\+44/, '0').replace(/\D/g, '');

/** Where the words to look for numbers in hold a telephone number. */
export const TELEPHONES: RegExp = PHONE;

/** Any telephone number but ours, typed into the words of a page: people who ring it would reach a stranger. */
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
    (number) => dialled(number) !== dialled(line.phone),
  );

const PRICE = /£\s?\d(?:[\d,.]*\d)?/g;

/** Sums that staff have put into the settings, as they are written there. */
const sumsIn = (settings: Settings): ReadonlySet<string> =>
  new Set([...JSON.stringify(settings).matchAll(PRICE)].map(([sum]) => sum.replaceAll(/\s/g, '')));

/** A price that is not in the settings. Prices are staff’s to say; readers will hold us to them. */
export const priceFaults = (passage: Passage, settings: Settings): Fault[] => {
  const known = sumsIn(settings);
  return foundIn(
    passage,
    PRICE,
    (sum) => ({
      wrong: `${sum} is a price that is not in the settings.`,
      instead: 'Leave it only if it has been agreed, and say the same wherever it stands.',
    }),
    'written',
    (sum) => !known.has(sum.replaceAll(/\s/g, '')),
  );
};

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
