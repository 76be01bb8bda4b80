import fc from 'fast-check';
import { seed } from './seed.ts';

// For Vitest, before each file: properties are tried on the same cases in every ordinary run. A failure names its seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: seed() });
