import { showLocalFindings } from './local-findings.ts';

document.addEventListener('DOMContentLoaded', () => showLocalFindings());
