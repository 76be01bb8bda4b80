import { Keystatic } from '@keystatic/core/ui';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { editor } from '../forms/editor.ts';
import type { Known } from '../forms/site-facts.ts';
import { showFindings } from './show-findings.ts';

const given = document.getElementById('known')?.textContent ?? '';
const place = document.getElementById('editor');

if (place) {
  const config = editor(JSON.parse(given) as Known);
  createRoot(place).render(createElement(Keystatic, { config }));
  showFindings();
}
