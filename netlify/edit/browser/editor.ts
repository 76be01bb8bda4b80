import { renew } from '../forms/site-facts.ts';
import { showLocalChange } from './local-change.ts';
import { showLocalFindings } from './local-findings.ts';
import { fetchNotingFiles } from './seen-files.ts';
import { givenByPage, showEditor } from './show-editor.ts';
import { sayingSaved } from './show-saved.ts';

// The editor on the writer’s own machine.
const given = givenByPage();
const fetched = window.fetch.bind(window);
const showChange = showLocalChange();
window.fetch = sayingSaved(fetchNotingFiles(fetched), () => void showChange());
showEditor(given);
showLocalFindings(({ known }) => renew(given.known, known));
