/** What can come of trying to reach a person, and what it means for their case. */
interface OutcomeMeaning {
  /** On the form. */
  label: string;
  /** On the timeline, after the address of who noted it. */
  told: string;
  /** We were in touch with them: the case is kept for its whole time from then, and they have had a reply. */
  inTouch: boolean;
  /** How it leaves the case: waiting for us still, resting until its follow-up date, or closed. */
  leaves: 'waiting' | 'resting' | 'closed';
}

/** Every outcome, by the name the database knows it by. */
export const OUTCOMES = {
  spoke: {
    label: 'We spoke',
    told: 'spoke with them',
    inTouch: true,
    leaves: 'resting',
  },
  'left a message': {
    label: 'We left a message',
    told: 'left them a message',
    inTouch: true,
    leaves: 'resting',
  },
  wrote: {
    label: 'We wrote to them',
    told: 'wrote to them',
    inTouch: true,
    leaves: 'resting',
  },
  'no answer': {
    label: 'Nobody answered',
    told: 'tried to reach them, and nobody answered',
    inTouch: false,
    leaves: 'waiting',
  },
  commissioned: {
    label: 'They have commissioned us',
    told: 'noted that they have commissioned us',
    inTouch: true,
    leaves: 'closed',
  },
  'not now': {
    label: 'Not now',
    told: 'noted that they do not want to continue now',
    inTouch: true,
    leaves: 'closed',
  },
  'not for us': {
    label: 'Not for us',
    told: 'noted that this is not for us',
    inTouch: true,
    leaves: 'closed',
  },
  duplicate: {
    label: 'A duplicate of another case',
    told: 'noted that this is a duplicate',
    inTouch: false,
    leaves: 'closed',
  },
} as const satisfies Record<string, OutcomeMeaning>;

export type Outcome = keyof typeof OUTCOMES;

/** Every outcome, in the form's order. */
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

/** Working days after which a case that rests is looked at again, unless staff give another date. */
export const FOLLOW_UP_WORKING_DAYS = 3;
