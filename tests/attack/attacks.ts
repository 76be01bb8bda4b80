import type { Attack } from './attack.ts';
import { DESK } from './attacks/desk.ts';
import { FLOODS } from './attacks/floods.ts';
import { NETWORK } from './attacks/network.ts';
import { PEOPLE } from './attacks/people.ts';

/** Every attack that is tried, at most three of a kind. */
export const ATTACKS: readonly Attack[] = [...FLOODS, ...DESK, ...NETWORK, ...PEOPLE];
