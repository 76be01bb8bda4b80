import { tryRefused } from './try-attacks.ts';

tryRefused();
