// Builds a blog for tests: the project's own build command, with a settings file of our making.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'smol-toml';

/** Root of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** The blog that tests read: that of the checkout is the blogger's, and may be changed in any way. */
export const sampleFolder = join(root, 'test', 'fixtures', 'blog');

/** The sample blog's settings with its folders as absolute paths, so that the file may lie anywhere. */
export function readSampleSettings() {
  const settings = parse(readFileSync(join(sampleFolder, 'site.toml'), 'utf8'));
  const folders = {
    posts: 'public/posts',
    pages: 'public/pages',
    static: 'public',
    shortcodes: 'shortcodes',
  };
  for (const [name, usual] of Object.entries(folders)) {
    settings[name] = resolve(sampleFolder, settings[name] ?? usual);
  }
  return settings;
}

/** Writes `settings` to `folder`/site.toml and gives the file's path. */
export function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'site.toml');
  writeFileSync(file, stringify(settings));
  return file;
}

/**
 * Builds the blog of `settings` into `folder`/dist and keeps what the build printed.
 *
 * @returns the output folder, the printed text and the seconds it took.
 * @throws Error with the printed text when the build fails.
 */
export async function buildSite(folder, settings) {
  const file = writeSettings(folder, settings);
  const outDir = join(folder, 'dist');
  const start = performance.now();
  const { status, output } = await run([vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    RUBRIC_SITE: file,
  });
  if (status !== 0) throw new Error(`The build of ${folder} failed:\n${output}`);
  return { outDir, output, seconds: (performance.now() - start) / 1000 };
}

/** Runs Node with `args` in the checkout; standard output and error come as one text. */
function run(args, variables) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        NODE_ENV: 'production',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', fail);
    child.on('close', (status) => done({ status, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
