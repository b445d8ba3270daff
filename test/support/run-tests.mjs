// `npm test`: the check and the browser tests. Ends in one plain line, `N passed, N failed`, that counts
// both; a step that fails without a failed test (format, lint, types, budgets) counts as one failure.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-site.mjs';

const reports = {
  check: join(root, '.cache', 'unit-tests.json'),
  e2e: join(root, '.cache', 'e2e', 'report.json'),
};

let passed = 0;
let failed = 0;
for (const [script, report] of Object.entries(reports)) {
  rmSync(report, { force: true });
  const { status } = spawnSync('npm', ['run', script], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // The check has just built the blog `root` for its budgets.
    env: { RUBRIC_E2E_REUSE: 'root', ...process.env, RUBRIC_UNIT_REPORT: reports.check },
  });
  const counts = readCounts(report);
  passed += counts.passed;
  failed += status === 0 ? counts.failed : Math.max(1, counts.failed);
  if (status !== 0) break;
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Counts from a report of Vitest or of Playwright; none when the tests did not start. */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.stats === undefined
    ? { passed: report.numPassedTests, failed: report.numFailedTests }
    : { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}
