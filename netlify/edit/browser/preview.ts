import { showFindings } from './show-findings.ts';

document.addEventListener('DOMContentLoaded', showFindings);
