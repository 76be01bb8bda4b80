/** Turns to present in a group: `everyone` has so many, and `onceMore` people one more. */
export interface Turns {
  size: number;
  everyone: number;
  onceMore: number;
}

/** The turns of a group of `size` that meets `sessions` times, one person presenting each time. */
export const turns = (size: number, sessions: number): Turns => ({
  size,
  everyone: Math.floor(sessions / size),
  onceMore: sessions % size,
});
