import { showFaults } from './show-faults.ts';

document.addEventListener('DOMContentLoaded', showFaults);
