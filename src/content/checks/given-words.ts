import { hoursInWords } from '#domain/hours/words.ts';
import type { FactId } from '#domain/settings/facts.ts';
import { type Kept, keptFor } from '#domain/settings/retention.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What is written inside a component’s tag. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Words a component fills in, and a name for them that no setting changes. */
export interface Given {
  readonly text: string;
  readonly given: string;
}

type Fill = (settings: Settings, attributes: Attributes) => Given;

const FILLS: Readonly<Record<string, Fill>> = {
  Fact: ({ facts }, { id }) => ({ text: facts[id as FactId]?.says ?? '', given: String(id) }),
  Phone: ({ line }) => ({ text: line.phone, given: 'phone' }),
  Hours: ({ line }) => ({ text: hoursInWords(line.hours), given: 'hours' }),
  CallLength: ({ calls }) => ({ text: `${calls.minutes} minutes`, given: 'call length' }),
  Retention: ({ retention }, { of }) => ({
    text: keptFor(retention, of as Kept),
    given: `how long ${String(of)} are kept`,
  }),
};

/** What the component called `name` puts among the words around it; undefined when it puts nothing. */
export const givenWords = (
  name: string,
  attributes: Attributes,
  settings: Settings,
): Given | undefined => FILLS[name]?.(settings, attributes);
