/** The service's only zone. Every rule about time is a rule about its wall clock. */
export const TIME_ZONE = 'Europe/London';

/** A moment on the wall clock: `day` in days since 1 January 1970, `minute` after midnight. */
export interface WallClock {
  day: number;
  minute: number;
}
