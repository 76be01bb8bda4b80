import { Keystatic } from '@keystatic/core/ui';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Given } from '../editor-page.ts';
import { editor } from '../forms/editor.ts';
import { showRefused } from './show-refused.ts';

/** What the page gives its script. */
export const givenByPage = (): Given =>
  JSON.parse(document.getElementById('given')?.textContent ?? '') as Given;

/** Draws the editor in its page. */
export function showEditor({ known, hosted }: Given): void {
  const place = document.getElementById('editor');
  showRefused();
  if (place) createRoot(place).render(createElement(Keystatic, { config: editor(known, hosted) }));
}
