import { contentFindings } from '#content/check-content.ts';
import { adviceReport, refusalReport } from '#content/checks/report.ts';
import { settingsIn } from '#content/settings.ts';
import { settingsWarnings } from '#content/settings-warnings.ts';

const root = process.cwd();
const { refusals, advice } = contentFindings(root);

// Advice holds nothing up, and neither does what is right by the rules and perhaps not meant.
if (advice.length > 0) console.log(`${adviceReport(advice)}\n`);
const { settings } = settingsIn(root);
const warnings = settings ? settingsWarnings(settings) : [];
if (warnings.length > 0) console.log(`Perhaps not meant:\n${warnings.join('\n')}\n`);

const report = refusalReport(refusals);
if (refusals.length === 0) console.log(report);
else console.error(report);
process.exitCode = refusals.length === 0 ? 0 : 1;
