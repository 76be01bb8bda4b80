/** The fields the editor has that are in no file: a page’s address, and its words. */
export const ADDRESS = 'address';
export const WORDS = 'words';

/** The form for the questions, and its one field. */
export const QUESTIONS = 'questions';

/** What the name of every branch begins with that changes are made on. */
export const BRANCHES = 'edit/';

/** The folder below `content` that pictures stand in. */
export const PICTURES = 'pictures';
