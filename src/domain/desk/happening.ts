/** One thing that happened to a case, as staff are told of it. `at` is in milliseconds. */
export interface DeskHappening {
  at: number;
  /** A sentence. */
  what: string;
  /** The address of the member of staff who did it. */
  actor?: string | undefined;
  /** What they wrote about it, in lines. */
  words?: string | undefined;
  /** A message that never arrived. */
  lost?: boolean;
  /** The id of the note that it is, by which staff change or remove it. */
  note?: string | undefined;
  /** The id of the undone outcome that it is, whose words staff can still remove. */
  undone?: string | undefined;
  /** The reference of the case it happened in, where that is another that is joined with this one. */
  elsewhere?: string | undefined;
}
