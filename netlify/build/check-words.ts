import { contentFaults } from '#collections/check-content.ts';
import { faultReport } from '#collections/checks/report.ts';
import { settingsIn } from '#collections/settings.ts';
import { settingsWarnings } from '#collections/settings-warnings.ts';
import { isoDateAt } from '#domain/time/iso.ts';

const root = process.cwd();
const faults = contentFaults(root);
const report = faultReport(faults);
if (faults.length === 0) console.log(report);
else console.error(report);

// What is right by the rules and perhaps not meant; it holds nothing up.
const { settings } = settingsIn(root);
const warnings = settings ? settingsWarnings(settings, isoDateAt(Date.now())) : [];
if (warnings.length > 0) console.log(`\nPerhaps not meant:\n${warnings.join('\n')}`);

process.exitCode = faults.length === 0 ? 0 : 1;
