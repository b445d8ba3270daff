// Type-checks every room with its own tsconfig, so that a room sees only the globals it may use.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { availableParallelism } from 'node:os';
import { root } from './build-site.mjs';

/** What is known of unchanged files since the last run. */
const cache = join('node_modules', '.cache', 'types');

const projects = [
  '.',
  'src/content',
  'src/search',
  'src/worker',
  'src/publish',
  'src/command',
  'test',
];

// The compiler is called by its own path, not by a shell, so that it runs alike on every system.
const require = createRequire(import.meta.url);
const manifest = require.resolve('typescript/package.json');
const compiler = join(dirname(manifest), require(manifest).bin.tsc);

/** Runs the compiler on one project; its output comes in one piece, so that projects do not mix. */
function check(project) {
  return new Promise((resolve) => {
    const known = join(cache, project, 'tsbuildinfo');
    const args = ['--noEmit', '--pretty', '--incremental', '--tsBuildInfoFile', known];
    const child = spawn(process.execPath, [compiler, ...args, '-p', project], { cwd: root });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(output));
      resolve(status === 0 ? [] : [project]);
    });
  });
}

const waiting = [...projects];
const failed = [];
async function work() {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
    failed.push(...(await check(project)));
  }
}
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));

if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
console.log(`Types: ${projects.length} projects, no errors.`);
