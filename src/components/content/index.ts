import Actions from './Actions.astro';
import AllQuestions from './AllQuestions.astro';
import AskUs from './AskUs.astro';
import Band from './Band.astro';
import Blank from './Blank.astro';
import ButtonLink from './ButtonLink.astro';
import CallLength from './CallLength.astro';
import Checklist from './Checklist.astro';
import Door from './Door.astro';
import Doors from './Doors.astro';
import Fact from './Fact.astro';
import FactStrip from './FactStrip.astro';
import Figure from './Figure.astro';
import FromPlan from './FromPlan.astro';
import Gloss from './Gloss.astro';
import Hours from './Hours.astro';
import Identity from './Identity.astro';
import NextStep from './NextStep.astro';
import Note from './Note.astro';
import Phone from './Phone.astro';
import Retention from './Retention.astro';
import Row from './Row.astro';
import Sheet from './Sheet.astro';
import Spec from './Spec.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Way from './Way.astro';
import Ways from './Ways.astro';

/** Every component an editor may use in `content/pages`, by the name it is written with there. */
export const contentComponents = {
  Actions,
  AllQuestions,
  AskUs,
  Band,
  Blank,
  ButtonLink,
  CallLength,
  Checklist,
  Door,
  Doors,
  Fact,
  FactStrip,
  Figure,
  FromPlan,
  Gloss,
  Hours,
  Identity,
  NextStep,
  Note,
  Phone,
  Retention,
  Row,
  Sheet,
  Spec,
  Step,
  Steps,
  Way,
  Ways,
};
