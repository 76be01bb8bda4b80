import type { Facts } from '#domain/settings/facts.ts';

/** Something the source says, and how a page can be seen to say it. */
export interface SourceFact {
  /** The fact, in short. */
  readonly says: string;
  /** The addresses of the pages it must stand on, at least. */
  readonly on: readonly string[];
  /** What each of those pages must say, in one wording or another: every one of these is found. */
  readonly parts: readonly RegExp[];
}

const HOME = '/';
const HOW = '/how-a-group-works/';
const WHO = '/who-its-for/';
const COMMISSIONING = '/commissioning/';
const TAKING_PART = '/taking-part/';
const SPACES = '/open-reflective-spaces/';
const TRAINING = '/train-your-own-facilitators/';
const EVALUATION = '/what-an-evaluation-found/';
const FACILITATORS = '/facilitators/';

/** Words as they stand in a setting, whatever space is between them, and either apostrophe. */
const words = (said: string) =>
  said
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/[’']/g, "[’']?");

/** Two things in one sentence, in this order, or in either when they may change places. */
const together = (one: string, other: string) =>
  new RegExp(`${one}[^.?!]{0,120}${other}|${other}[^.?!]{0,120}${one}`, 'i');

const WORKFORCE = 'work\\s?force';

/**
 * What the source says and the site has to say, with the pages it stands on. The numbers are those of the
 * settings, so that a fact that staff change is looked for as it is now.
 */
export const sourceFacts = (facts: Facts): readonly SourceFact[] => [
  {
    says: 'Regular, small, externally facilitated groups, and how large, how often and how long',
    on: [HOME, HOW, COMMISSIONING],
    parts: [
      new RegExp(`\\b${facts['group-size'].least}\\s+to\\s+${facts['group-size'].most}\\b`, 'i'),
      /weekly,? fortnightly,?(?: or)? monthly/i,
      /externally facilitated|external facilitators?/i,
      /\bregular(?:ly)?\b/i,
      together('\\busually\\b', words(facts.length.says)),
    ],
  },
  {
    says: 'One person presents each time, and the group listens',
    on: [HOME, HOW],
    parts: [
      /\b(?:one (?:person|member)|someone|a different person|a (?:member|colleague)|one of (?:you|the group))\b[^.?!]{0,40}\bpresents?\b/i,
      /\bgroup\b[^.?!]{0,60}\blistens?\b/i,
    ],
  },
  {
    says: 'The group goes beyond behaviour and dilemmas to a deeper understanding',
    on: [HOME, HOW],
    parts: [/\bbeyond\b/i, /\bdeeper\s+understand(?:ing)?\b/i],
  },
  {
    says: 'What is understood: inner worlds, relationships and their interplay',
    on: [HOW],
    parts: [
      /\bbehaviours?\b/i,
      /\bdilemmas?\b|\bdilemma[’']s\b/i,
      /\binner worlds?\b/i,
      /\brelationships\b/i,
      /\binterplay\b|\bhow (?:they|these|those) (?:affect|act on|play on) (?:each other|one another)\b/i,
    ],
  },
  {
    says: 'Intended to discover patterns, dynamics and processes that are not immediately apparent',
    on: [HOW],
    parts: [
      /\b(?:discover|find|see|notice|uncover|look for)/i,
      /\bpatterns\b/i,
      /\bdynamics\b/i,
      /\bprocesses\b/i,
      /\bnetworks\b/i,
      /\b(?:not|n[’']t)\s+(?:be\s+)?(?:immediately|at once|straight ?away)\s+(?:apparent|obvious|visible|seen)\b/i,
    ],
  },
  {
    says: 'Supportive: dilemmas and difficulties shared, really heard, the toll of the work addressed',
    on: [HOME, HOW],
    parts: [
      together('\\bdilemmas?', '\\bdifficult(?:y|ies)\\b'),
      /\breally heard\b/i,
      /\bemotional impact\b/i,
    ],
  },
  {
    says: 'How the emotional toll may influence practice and outcomes',
    on: [HOW],
    parts: [
      together('\\bemotional impact\\b', '\\bto(?:ll|il)\\b'),
      /\b(?:influenc|affect|shap|bear)\w*\b[^.?!]{0,30}\bpractice\b/i,
      together('\\bpractice\\b', '\\boutcomes\\b'),
    ],
  },
  {
    says: 'The same support in plainer words: share what is difficult, be really heard, the toll and what it does',
    on: [TAKING_PART],
    parts: [
      /\bshar\w*\b[^.?!]{0,40}\b(?:dilemmas?|difficult(?:y|ies)?|hard)\b/i,
      /\breally heard\b/i,
      /\bto(?:ll|il)\b/i,
      /\b(?:influenc|affect|shap|bear)\w*\b[^.?!]{0,40}\b(?:practice|work|what you do)\b/i,
    ],
  },
  {
    says: 'The developmental impact is as much from taking part and hearing others as from presenting',
    on: [HOW, TAKING_PART],
    parts: [
      /\b(?:develop\w*|learn\w*|gain\w*)\b/i,
      /\bas much\b[^.?!]{0,120}\bas\b[^.?!]{0,60}\bpresent/i,
      /\bhearing\b|\blistening\b/i,
    ],
  },
  {
    says: 'A whole organisation, particular teams or staff groups, or people from different parts together',
    on: [HOME, WHO],
    parts: [
      /\b(?:whole|entire) organisation\b/i,
      /\b(?:staff groups|teams)\b/i,
      /\bdifferent parts\b/i,
    ],
  },
  {
    says: 'Virtually any setting, any level: directors and senior managers, managers, practitioners, carers',
    on: [HOME, WHO],
    parts: [
      /\b(?:virtually|almost|nearly) any setting\b/i,
      /\b(?:any|every) level\b/i,
      /\bdirectors\b/i,
      /\bsenior managers\b/i,
      /\bpractitioners\b/i,
      /\bcarers\b/i,
    ],
  },
  {
    says: 'More open reflective spaces, focused on group processes and dynamics',
    on: [HOME, SPACES],
    parts: [
      /\bopen reflective spaces?\b/i,
      together('\\b(?:focus\\w*|about|attend\\w*|look\\w*)\\b', '\\bgroup processes\\b'),
      together('\\bprocesses\\b', '\\bdynamics\\b'),
    ],
  },
  {
    says: 'Internal facilitators are trained, who then run groups, in a least number of sessions',
    on: [HOME, TRAINING],
    parts: [
      /\btrain\w*\b/i,
      /\binternal facilitators\b|\b(?:your own|own) facilitators\b|\bfacilitators (?:inside|within|of your own)\b/i,
      /\b(?:deliver|run)\b[^.?!]{0,60}\bgroups\b|\bgroups\b[^.?!]{0,60}\b(?:deliver|run)\b/i,
      new RegExp(
        `\\b(?:at least|(?:a )?minimum of)\\s+${facts.training['least-sessions']}\\s+sessions\\b`,
        'i',
      ),
    ],
  },
  {
    says: 'Training includes a group, a teaching session and a reading',
    on: [TRAINING],
    parts: [/\ba teaching session\b/i, /\ba reading\b/i],
  },
  {
    says: 'External facilitators usually run a few groups over a day; projects are usually commissioned for a year',
    on: [HOME, COMMISSIONING],
    parts: [
      together('\\busually\\b', words(facts['a-day'].says)),
      new RegExp(`${words(facts['a-day'].says)}[^.?!]{0,90}\\bday\\b`, 'i'),
      together('\\bprojects?\\b', `(?:${words(facts['a-project'].says)}|\\ba year)\\b`),
      together('\\busual(?:ly)?\\b', `(?:${words(facts['a-project'].says)}|\\ba year)\\b`),
    ],
  },
  {
    says: 'The organisation provides a small quiet room for each group',
    on: [HOME, COMMISSIONING],
    parts: [
      /\bsmall,?(?: and)? quiet room\b|\bquiet,? small room\b|\bquiet room\b[^.?!]{0,20}\bsmall\b/i,
      together('\\b(?:organisation|you)\\b', '\\bprovid\\w+\\b'),
      /\beach group\b/i,
    ],
  },
  {
    says: 'An extensive evaluation of a previous project: its three levels of impact',
    on: [HOME, EVALUATION],
    parts: [
      /\bextensive evaluation of a previous project\b/i,
      new RegExp(words(facts['evaluation-levels'].says), 'i'),
      /\bemotional impact\b/i,
      /\borganisationa?l?(?:\s+and\s+|\s*\/\s*)professional outcomes\b/i,
      /\breflection and thoughtful practice\b/i,
    ],
  },
  {
    says: 'What the evaluation found for people',
    on: [HOME, EVALUATION],
    parts: [
      /\b(?:feel|felt|feeling) (?:more )?supported\b/i,
      /\bcloser to (?:their )?colleagues throughout\b/i,
      /\bspace and time to think\b|\btime and space to think\b/i,
      /\benhanced practice\b/i,
      /\bthinking and action on (?:[‘'“]?cases[’'”]?|the cases)/i,
    ],
  },
  {
    says: 'What the evaluation found for organisations',
    on: [HOME, EVALUATION],
    parts: [
      /\bmore positive views of the(?:ir)? organisation\b/i,
      new RegExp(`\\bmore stable ${WORKFORCE}\\b`, 'i'),
      /\bmeasurable improvement in practice\b/i,
    ],
  },
  {
    says: 'Facilitators: a range of backgrounds, matched to the organisation, and how qualified and experienced',
    on: [HOME, FACILITATORS],
    parts: [
      /\brange of backgrounds\b/i,
      /\bmatch(?:ed)?\b[^.?!]{0,40}\byour organisation\b/i,
      /\b(?:professionally|professional) qualified\b/i,
      /\bat least\b[^.?!]{0,20}\bmaster[’']?s[’']?[ -](?:level|degree)\b/i,
      together('\\baverage\\b', words(facts.experience.says)),
    ],
  },
  {
    says: 'Any organisation that would like to use the service is encouraged to contact us',
    on: [HOME, COMMISSIONING],
    parts: [
      /\b(?:encourage|welcome|invite)\b[^.?!]{0,20}\bany organisation\b|\bany organisation\b[^.?!]{0,80}\b(?:welcome|contact|ring|call|talk to) us\b/i,
      /\bcontact us\b|\bring\b|\bcall\b|\btalk to us\b/i,
    ],
  },
];

/** The number and its hours, which every page carries. */
export const everywhere = (phone: string, hours: string): SourceFact => ({
  says: 'The number to ring, and when it is answered',
  on: [],
  parts: [new RegExp(words(phone)), new RegExp(words(hours), 'i')],
});
