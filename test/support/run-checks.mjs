// `npm run check`: everything that needs no browser, two parts at a time. What a part prints comes in one piece,
// in the order below; all parts run, whichever fails.
import { spawn } from 'node:child_process';
import { root } from './build-site.mjs';

const parts = ['format', 'lint', 'types', 'unit', 'budgets'];

/** The unit tests take longest: with them first, the others fit beside. */
const waiting = ['unit', ...parts.filter((name) => name !== 'unit')];

const results = new Map();
let printed = 0;

await Promise.all([work(), work()]);

const failed = parts.filter((name) => results.get(name).status !== 0);
if (failed.length > 0) {
  console.error(`Failed: ${failed.map((name) => `npm run check:${name}`).join(', ')}`);
  process.exitCode = 1;
}

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    results.set(name, await run(name));
    printNext();
  }
}

/** Runs one part; what it says on both streams is one text. */
function run(name) {
  const start = performance.now();
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', `check:${name}`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (status) =>
      done({
        status: status ?? 1,
        output: Buffer.concat(chunks),
        seconds: (performance.now() - start) / 1000,
      }),
    );
  });
}

/** Prints the parts that are done, up to the first that is not. */
function printNext() {
  for (let name = parts[printed]; results.has(name); name = parts[++printed]) {
    const { status, output, seconds } = results.get(name);
    console.log(`── ${name} (${seconds.toFixed(1)} s${status === 0 ? '' : ', failed'})`);
    process.stdout.write(output);
  }
}
