/** What a run of cuts met, counted. */
export interface Tally {
  presses: number;
  saved: number;
  nothing: number;
  /** Of those: the try before had been saved, unseen. */
  nothingAfterSaved: number;
  unknown: number;
  /** Of those: it had been saved. */
  unknownSaved: number;
  taken: number;
  silence: number;
  twiceAtOnce: number;
  afterClock: number;
  /** By what the server logs: commits looked up at once, and posts it could not answer because of 25006. */
  lookedUp: number;
  readOnly: number;
}

export const newTally = (): Tally => ({
  presses: 0,
  saved: 0,
  nothing: 0,
  nothingAfterSaved: 0,
  unknown: 0,
  unknownSaved: 0,
  taken: 0,
  silence: 0,
  twiceAtOnce: 0,
  afterClock: 0,
  lookedUp: 0,
  readOnly: 0,
});

/** Counts what a line of the server’s log says. */
export function hear(tally: Tally, line: string): void {
  if (line.includes('committed is not known')) tally.lookedUp += 1;
  if (line.startsWith('A post was not answered') && line.includes('(25006)')) tally.readOnly += 1;
}
