import { beforeAll, onTestFinished } from 'vitest';
import type { TestApp } from './app.ts';

const repeatWords = ({ app }: TestApp): void => {
  const settings = { ...app.site.settings, 'staff-notices': { words: 'mail' } as const };
  app.site = { ...app.site, settings };
};

/** Has emails to staff repeat what people write, in every test of a file. */
export const withWordsInMail = (t: TestApp): void => beforeAll(() => repeatWords(t));

/** Has emails to staff repeat what people write, until the test ends. */
export function putWordsInMail(t: TestApp): void {
  const { app } = t;
  const before = app.site;
  repeatWords(t);
  onTestFinished(() => {
    app.site = before;
  });
}

/** Has no mail go out until what is returned is called, or the test ends. */
export function stopMail({ app }: TestApp): () => void {
  const { send } = app;
  delete app.send;
  const goOn = () => {
    if (send) app.send = send;
  };
  onTestFinished(goOn);
  return goOn;
}
