import { tryRefused } from '../attack/try-attacks.ts';

// Every attack of `npm run attack`, with every guard in place; there each is tried with its guard taken out, too.
tryRefused();
