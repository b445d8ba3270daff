// Runs the benches: `npm run bench` for all, `npm run bench -- lists` for one. What follows the name is handed to it:
// `npm run bench -- lists 300`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const benches = ['lists', 'search', 'hostile', 'worst', 'reader', 'builds'];
const [name, ...rest] = process.argv.slice(2);

if (name !== undefined && !benches.includes(name)) {
  console.error(`There is no bench \`${name}\`. Say ${benches.join(' or ')}.`);
  process.exit(1);
}
for (const bench of name === undefined ? benches : [name]) {
  const file = fileURLToPath(new URL(`run-${bench}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file, ...rest], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
