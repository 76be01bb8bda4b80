import type { Settings } from '../../../src/domain/settings/settings.ts';

/** The fields the editor has that are in no file: a page’s address, and its words. */
export const ADDRESS = 'address';
export const WORDS = 'words';

/** What the form labels a page’s words as. */
export const WORDS_LABEL = 'Words';

/** What are fields of their own in a file, and in a form the one line of a day (day-hours.ts). */
export const IN_ONE_LINE: ReadonlySet<string> = new Set(['opens', 'closes']);

/** Where each form of settings is in the navigation, and what it is called there. */
export const SETTINGS_FORMS: Readonly<
  Record<keyof Settings, readonly [under: string, label: string]>
> = {
  facts: ['The service', 'Facts and numbers'],
  line: ['The service', 'Telephone and hours'],
  calls: ['The service', 'Calls people book'],
  identity: ['The service', 'Who runs it'],
  buyers: ['The service', 'What buyers ask for'],
  privacy: ['What the law asks for', 'Privacy'],
  retention: ['What the law asks for', 'How long data is kept'],
  accessibility: ['What the law asks for', 'Accessibility'],
  security: ['What the law asks for', 'Reporting security faults'],
  'staff-notices': ['Staff and launch', 'Notices to staff'],
  'staff-calendar': ['Staff and launch', 'Staff calendar'],
  limits: ['Staff and launch', 'Limits on requests'],
  evidence: ['Staff and launch', 'Evidence for what we say'],
  launch: ['Staff and launch', 'Before the launch'],
};

/** The form for the questions, and its one field. */
export const QUESTIONS = 'questions';

/** What the name of every branch begins with that changes are made on. */
export const BRANCHES = 'edit/';

/** The folder below `content` that pictures stand in. */
export const PICTURES = 'pictures';
