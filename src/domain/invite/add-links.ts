import { TIME_ZONE } from '#domain/time/zone.ts';

/** What an add-to-calendar link says. Instants are epoch milliseconds. The description goes to Google
 * or Microsoft as part of an address, so it must not hold a private link. */
export interface CalendarEntry {
  start: number;
  end: number;
  summary: string;
  description: string;
  location: string;
}

const isoSecond = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
const compact = (instant: number) => isoSecond(instant).replace(/[-:]/g, '');

// A space is %20, never +: Outlook shows the plus sign.
const address = (base: string, query: Record<string, string>) =>
  `${base}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&')}`;

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' };
const asMarkup = (text: string) => text.replace(/[&<>\n]/g, (character) => MARKUP[character] ?? '');

/** The address that opens a filled-in event in Google Calendar, for the person to save. */
export const googleLink = (entry: CalendarEntry) =>
  address('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: entry.summary,
    dates: `${compact(entry.start)}/${compact(entry.end)}`,
    ctz: TIME_ZONE,
    details: entry.description,
    location: entry.location,
  });

const OUTLOOK = {
  home: 'https://outlook.live.com/calendar/0/deeplink/compose',
  work: 'https://outlook.office.com/calendar/0/deeplink/compose',
} as const;

/** The same for Outlook on the web: `home` for a personal account, `work` for Microsoft 365. It takes
 * the description as markup, so that is escaped. */
export const outlookLink = (account: keyof typeof OUTLOOK, entry: CalendarEntry) =>
  address(OUTLOOK[account], {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.summary,
    startdt: isoSecond(entry.start),
    enddt: isoSecond(entry.end),
    body: asMarkup(entry.description),
    location: entry.location,
  });
