import { givenByPage, showEditor } from './show-editor.ts';
import { showFindings } from './show-findings.ts';

// The editor on the writer’s own machine.
showEditor(givenByPage());
showFindings();
