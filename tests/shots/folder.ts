/** Where the pictures go; git leaves it alone. */
export const FOLDER = 'shots';
