import { renew } from '../forms/site-facts.ts';
import { showLocalFindings } from './local-findings.ts';
import { fetchNotingFiles } from './seen-files.ts';
import { givenByPage, showEditor } from './show-editor.ts';
import { sayingSaved } from './show-saved.ts';

// The editor on the writer’s own machine.
const given = givenByPage();
window.fetch = sayingSaved(fetchNotingFiles(window.fetch.bind(window)));
showEditor(given);
showLocalFindings(({ known }) => renew(given.known, known));
