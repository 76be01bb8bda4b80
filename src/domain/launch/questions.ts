import { counted } from '../count-words.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

/** A question of content/questions.yaml, as far as a launch asks about it. */
interface Question {
  readonly question: string;
  readonly answer?: string | undefined;
}

/** What readers ask, and the site does not say yet. */
export function questionBlockers(questions: readonly Question[]): LaunchBlocker[] {
  const open = questions.filter(({ answer }) => answer === undefined);
  if (open.length === 0) return [];
  const list = open.map(({ question }) => `“${question}”`).join(' ');
  return [
    {
      group: 'questions',
      what: `${counted(open.length, 'question has', 'questions have')} no answer: ${list}`,
      fix: 'Write answer: below each in content/questions.yaml, or in npm run edit; take out a question that nobody asks.',
      why: 'The site shows a question once it has an answer, and buyers compare what they can read.',
    },
  ];
}
