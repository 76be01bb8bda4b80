/**
 * A whole number in figures, thousands parted by commas. Not by `Intl`: reading its data for the first
 * time takes a function as long as loading everything else (docs/decisions/0010).
 */
export const figure = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A number and its noun: “1 group”, “48 group sessions”, “1,000 cases”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;
