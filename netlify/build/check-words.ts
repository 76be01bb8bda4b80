import { contentFaults } from '#collections/check-content.ts';
import { faultReport } from '#collections/checks/report.ts';

const faults = contentFaults(process.cwd());
const report = faultReport(faults);
if (faults.length === 0) console.log(report);
else console.error(report);
process.exitCode = faults.length === 0 ? 0 : 1;
