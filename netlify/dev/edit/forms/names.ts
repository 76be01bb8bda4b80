/** The fields the editor has that are in no file: a page’s address, and its words. */
export const ADDRESS = 'address';
export const WORDS = 'words';

/** The form for the questions, and its one field. */
export const QUESTIONS = 'questions';
