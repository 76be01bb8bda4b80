import { hoursInWords } from '#domain/hours/words.ts';
import { telephoneUri } from '#domain/telephone.ts';
import { settings } from '../site/settings.ts';

/** The contact line as pages show it: number, address that dials it, and the week's hours as text. */
export const line = {
  phone: settings.line.phone,
  href: telephoneUri(settings.line.phone),
  hours: hoursInWords(settings.line.hours),
} as const;
