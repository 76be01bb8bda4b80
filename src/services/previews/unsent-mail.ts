import { findUnsent, type Unsent } from '#data/preview-repository.ts';
import type { App } from '../app.ts';

export type { Unsent };

/** As many as anybody looks through. */
const MOST = 30;

/** What a preview would have sent, the newest first. */
export const readUnsent = (app: App): Promise<Unsent[]> => findUnsent(app.database, MOST);
