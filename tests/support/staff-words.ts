import { onTestFinished } from 'vitest';
import type { TestApp } from './app.ts';

/** Has emails to staff repeat what people write, until the test ends. */
export function putWordsInMail({ app }: TestApp): void {
  const before = app.site;
  const settings = { ...before.settings, 'staff-notices': { words: 'mail' } as const };
  app.site = { ...before, settings };
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
