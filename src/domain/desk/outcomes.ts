/** What can come of trying to reach somebody, and what it means for their case. */
interface OutcomeMeaning {
  /** On the form. */
  label: string;
  /** On the timeline. */
  told: string;
  /** We were in touch with them: the case is kept for its whole time from then, and waits on them. */
  inTouch: boolean;
  /** Nothing more is expected of either side. */
  closes: boolean;
}

/** Every outcome, by the name the database knows it by. */
export const OUTCOMES = {
  spoke: {
    label: 'We spoke',
    told: 'spoke with them',
    inTouch: true,
    closes: false,
  },
  'no answer': {
    label: 'Nobody answered',
    told: 'tried to reach them, and nobody answered',
    inTouch: false,
    closes: false,
  },
  'left a message': {
    label: 'We left a message',
    told: 'left them a message',
    inTouch: true,
    closes: false,
  },
  commissioned: {
    label: 'They have commissioned us',
    told: 'noted that they have commissioned us',
    inTouch: true,
    closes: true,
  },
  'not now': {
    label: 'Not now',
    told: 'noted that they do not want to go on now',
    inTouch: true,
    closes: true,
  },
} as const satisfies Record<string, OutcomeMeaning>;

export type Outcome = keyof typeof OUTCOMES;

/** Every outcome, in the form's order. */
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];
