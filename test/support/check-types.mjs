// Type-checks every room with its own tsconfig, so that a room sees only the globals it may use.
import { spawnSync } from 'node:child_process';

const projects = ['.', 'src/content', 'src/search', 'src/worker', 'src/build', 'test'];

const failed = projects.filter((project) => {
  const { status } = spawnSync('tsc', ['--noEmit', '-p', project], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status !== 0;
});

if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
