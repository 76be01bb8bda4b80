import type { ToldBy } from './actions.ts';
import { OUTCOMES, type Outcome } from './outcomes.ts';

/** What staff did about a case, as the database keeps it. */
export type CaseAct =
  | {
      act: 'outcome';
      outcome: Outcome;
      /** The London day on which to look at the case again, in days since 1 January 1970. */
      followUp?: number | undefined;
      words?: string | undefined;
    }
  | { act: 'note'; words: string }
  | {
      act:
        | 'times offered'
        | 'call moved'
        | 'call cancelled'
        | 'released'
        | 'opened'
        | 'call booked'
        | 'link sent'
        | 'closed'
        | 'joined'
        | 'unjoined'
        | 'complaint dated'
        | 'complaint noted'
        | 'complaint reopened'
        | 'words removed'
        | 'held'
        | 'hold ended';
      words?: string | undefined;
    }
  | {
      /** Staff said when to look at the case again, or opened one that was closed until then. */
      act: 'follow-up set' | 'reopened';
      followUp: number;
      words?: string | undefined;
    }
  | {
      /** Staff told the person of a complaint that we have it: `told` is how. */
      act: 'complaint acknowledged';
      told: ToldBy;
    }
  | {
      /** The same of how far it has got, or its outcome. */
      act: 'complaint progress' | 'complaint outcome';
      told: ToldBy;
      words: string;
    }
  | {
      /** Staff gave the case to one of them, by address, or to nobody. */
      act: 'owner set';
      owner: string | undefined;
    }
  | {
      /** Staff corrected the enquiry or, with `bookingId`, the details of a call. */
      act: 'details corrected';
      bookingId?: string | undefined;
      /** The fields that it changed, as they were. */
      before: Readonly<Record<string, unknown>>;
    };

export type ActName = CaseAct['act'];

/** What an act of staff means for the case, its person and their mail. `by outcome`: as `OUTCOMES` says of the one noted. */
interface ActMeaning {
  /** Staff saw to the person by it: it ends a wait, and mail that was lost before it presses no more. */
  seesTo: boolean;
  /** What it decides about how the case is left, or when to look at it again. */
  decides: 'outcome' | 'closed' | 'reopened' | 'follow-up set' | 'nothing';
  /** It was contact with the person: the case is kept for its whole time from then. */
  extendsKeeping: boolean | 'by outcome';
  /** It says something to the person about what they sent: an enquiry counts as answered from the first of these. */
  replies: boolean | 'by outcome';
  /** Times that were offered before it are no longer what the case waits for. */
  supersedesOffer: boolean;
  /** Staff add words of their own, by which the case is found; of other acts the service says what they were. */
  inOwnWords: boolean;
}

/** Acts that sort cases or write something down: nothing follows for the person. */
const FOR_OUR_RECORD = {
  seesTo: false,
  decides: 'nothing',
  extendsKeeping: false,
  replies: false,
  supersedesOffer: false,
  inOwnWords: false,
} as const satisfies ActMeaning;

/** Acts by which the person hears from us, and has no answer yet. */
const CONTACT_ALONE = { ...FOR_OUR_RECORD, extendsKeeping: true } as const satisfies ActMeaning;

/** Acts that tell the person something about what they sent. */
const REPLY = { ...CONTACT_ALONE, seesTo: true, replies: true } as const satisfies ActMeaning;

const CALL_CHANGED = { ...REPLY, supersedesOffer: true } as const satisfies ActMeaning;

/** Every act of staff, by the name the database knows it by. */
export const ACTS = {
  note: { ...FOR_OUR_RECORD, inOwnWords: true },
  outcome: {
    seesTo: true,
    decides: 'outcome',
    extendsKeeping: 'by outcome',
    replies: 'by outcome',
    supersedesOffer: true,
    inOwnWords: true,
  },
  'times offered': REPLY,
  'call moved': CALL_CHANGED,
  'call cancelled': CALL_CHANGED,
  released: CONTACT_ALONE,
  opened: CONTACT_ALONE,
  'details corrected': FOR_OUR_RECORD,
  'call booked': CALL_CHANGED,
  'link sent': CONTACT_ALONE,
  'follow-up set': {
    ...FOR_OUR_RECORD,
    decides: 'follow-up set',
    supersedesOffer: true,
    inOwnWords: true,
  },
  closed: {
    ...FOR_OUR_RECORD,
    seesTo: true,
    decides: 'closed',
    supersedesOffer: true,
    inOwnWords: true,
  },
  reopened: { ...FOR_OUR_RECORD, decides: 'reopened', inOwnWords: true },
  'owner set': FOR_OUR_RECORD,
  joined: FOR_OUR_RECORD,
  unjoined: FOR_OUR_RECORD,
  'complaint acknowledged': CONTACT_ALONE,
  'complaint dated': FOR_OUR_RECORD,
  'complaint noted': FOR_OUR_RECORD,
  'complaint progress': REPLY,
  'complaint outcome': { ...REPLY, decides: 'closed' },
  'complaint reopened': { ...FOR_OUR_RECORD, decides: 'reopened' },
  'words removed': FOR_OUR_RECORD,
  held: FOR_OUR_RECORD,
  'hold ended': FOR_OUR_RECORD,
} as const satisfies Record<ActName, ActMeaning>;

/** Every act, by name. */
export const ACT_NAMES = Object.keys(ACTS) as [ActName, ...ActName[]];

const actsThat = (are: (meaning: ActMeaning) => boolean): readonly ActName[] =>
  ACT_NAMES.filter((name) => are(ACTS[name]));

/** Acts by which staff saw to the person, unless they were undone. */
export const SEES_TO = actsThat(({ seesTo }) => seesTo);

/** Acts that say something about how a case stands, unless they were undone. */
export const BEARS_ON_STATUS = actsThat(({ seesTo, decides }) => seesTo || decides !== 'nothing');

export const SUPERSEDES_OFFER = actsThat(({ supersedesOffer }) => supersedesOffer);
/** Acts that decide how a case is left, or when to look at it again, unless they were undone. */
export const DECIDES = actsThat(({ decides }) => decides !== 'nothing');
export const IN_OWN_WORDS = actsThat(({ inOwnWords }) => inOwnWords);

/** Acts that decide how a case is left, or when to look at it again. */
export type DecisionName = {
  [Name in ActName]: (typeof ACTS)[Name]['decides'] extends 'nothing' ? never : Name;
}[ActName];

/** An act of staff as it is on a case’s timeline; `actor` is the address of who did it, `undone` and `changed` when and by whom that was done. */
export type ActDone = CaseAct & {
  id: string;
  at: Date;
  actor: string;
  undone?: { at: Date; actor: string } | undefined;
  changed?: { at: Date; actor: string } | undefined;
};

/** An act that decides how a case is left, or when to look at it again. */
export type Decision = Extract<ActDone, { act: DecisionName }>;

const isDecision = (done: ActDone): done is Decision =>
  !done.undone && ACTS[done.act].decides !== 'nothing';

/** What staff decided about a case last, of its acts in order, if they did. */
export const lastDecision = (acts: readonly ActDone[]): Decision | undefined =>
  acts.findLast(isDecision);

/** Whether the case is kept for its whole time from an act on. */
export const extendsKeeping = (done: CaseAct): boolean =>
  done.act === 'outcome' ? OUTCOMES[done.outcome].inTouch : ACTS[done.act].extendsKeeping;

/** Whether an act says something to the person about what they sent. */
export function isReply({ act, outcome }: { act: ActName; outcome?: Outcome | null }): boolean {
  if (act !== 'outcome') return ACTS[act].replies;
  return outcome ? OUTCOMES[outcome].inTouch : false;
}

/** When staff last saw to the person, by an act that was not undone: mail that was lost after then presses still. */
export const seenToAt = (acts: readonly ActDone[]): number | undefined =>
  acts.findLast(({ act, undone }) => !undone && ACTS[act].seesTo)?.at.getTime();
