import type { FactId } from '#domain/settings/facts.ts';
import { settings } from '../site/settings.ts';

/** An editor named a fact that is not in `content/settings/facts.yaml`. */
export class FactError extends Error {
  override name = 'FactError';
}

const KNOWN = Object.keys(settings.facts);

const isFact = (id: string): id is FactId => KNOWN.includes(id);

/** The fact called `id`. Throws FactError, which lists the facts there are. */
export function factNamed(id: string): { readonly says: string } {
  if (!isFact(id)) {
    throw new FactError(
      `There is no fact called "${id}" in content/settings/facts.yaml. Use one of: ${KNOWN.join(', ')}.`,
    );
  }
  return settings.facts[id];
}

/** What a fact in the strip is about, in words without numbers; the fact itself stands before it. */
const ABOUT: Readonly<Record<FactId, string>> = {
  'group-size': 'in each group',
  rhythm: 'on a regular basis',
  length: 'usually, for each group',
  'a-day': 'usually run by external facilitators over the course of a day',
  'a-project': 'the usual length of a project',
  training: 'to train internal facilitators',
  experience: 'on average, among our external facilitators',
  'evaluation-levels': 'of impact, found by an extensive evaluation',
};

/** The one thing in the strip that is not a number of the service: what the organisation provides. */
const ROOM = {
  says: 'A quiet room',
  about: 'small, and provided by you for the duration of each group',
} as const;

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The facts named in `ids` ("group-size length room"), each as the strip shows it. */
export const factStrip = (ids: string): readonly { says: string; about: string }[] =>
  ids
    .trim()
    .split(/\s+/)
    .map((id) => {
      if (id === 'room') return ROOM;
      const { says } = factNamed(id);
      return { says: sentenceCase(says), about: ABOUT[id as FactId] };
    });
