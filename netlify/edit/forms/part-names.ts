/** What a part is, where its name does not say so to someone who looks for it in the list. */
const HINTS: Readonly<Record<string, string>> = {
  Actions: 'buttons side by side',
  AllQuestions: 'with their answers',
  AskUs: 'a few questions',
  Band: 'a part of the page, on its own ground',
  Blank: 'a line to write on',
  ButtonLink: 'within Actions',
  Checklist: 'boxes to tick',
  Door: 'within Doors',
  Doors: 'ways on, in a list',
  FactStrip: 'facts side by side',
  Figure: 'a drawing',
  ForBuyers: 'what buyers ask for',
  FromPlan: 'filled in from the planner',
  NextStep: 'what to do next',
  Note: 'words set apart',
  Picture: 'a photograph',
  Recipients: 'who handles data',
  Row: 'within Spec',
  Sheet: 'what goes on paper',
  Spec: 'terms and what they are',
  Step: 'within Steps',
  Steps: 'what happens, in order',
  Way: 'within Ways',
  Ways: 'ways of working',
  WhenKnown: 'words that need a detail',
  WhoWeAre: 'as the law asks',
};

/** A part of a page in words: "Ask Us". */
export const partName = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** What the form labels a part of a page as, and the list it is chosen from: "Ask Us (a few questions)". */
export const partLabel = (name: string): string =>
  HINTS[name] ? `${partName(name)} (${HINTS[name]})` : partName(name);
