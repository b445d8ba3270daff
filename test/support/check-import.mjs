// Imports each blog of a folder of real ones, writing nothing, and prints what would become of its addresses. Run by hand:
// node test/support/check-import.mjs [FOLDER]
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './build-site.mjs';

const folder = resolve(
  process.argv[2] ?? process.env.RUBRIC_CORPORA ?? join(root, '../shared/corpora'),
);
// A folder that is not there has no pages of its own to mix in.
const into = join(tmpdir(), 'rubric-check-import');
const command = join(root, 'bin', 'rubric.js');

for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const args = [command, 'import', join(folder, entry.name), '--dry-run', '--into', into];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const told = stdout.match(/^Addresses: .*$/m)?.[0] ?? stderr.trim().split('\n')[0];
  const lost = stdout.match(/^ {2}.* \(nothing leads there: .*\)$/gm) ?? [];
  console.log([`${entry.name}: ${told}`, ...lost].join('\n'));
}
