// Finds a Chrome or Chromium for the browser tests, or gets one, and says which it was.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Variables that name a browser. */
export const variables = [
  'CHROMIUM_PATH',
  'CHROME_PATH',
  'PUPPETEER_EXECUTABLE_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
];

const downloadLimitMs = 10 * 60_000;
const versionLimitMs = 30_000;

const remedy = `No Chrome or Chromium was found, and none could be installed.
Install one (Debian: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium;
anywhere: npx playwright install --with-deps chromium), or set CHROMIUM_PATH to the program, and run this again.`;

/** Whether this process is root, under which Chromium refuses its own sandbox. */
export const isRoot = process.getuid?.() === 0;

/**
 * The path of a browser that starts. Looks at the environment, the usual places and Playwright's
 * cache; then installs one by Playwright, then by the system's package manager.
 *
 * @throws Error with the remedy when there is none to be had.
 */
export function findChromium(log = console.log) {
  const wanted = variables.find((name) => (process.env[name] ?? '') !== '');
  if (wanted !== undefined) {
    const path = process.env[wanted];
    const version = readVersion(path);
    if (version === undefined) {
      throw new Error(
        `${wanted} is \`${path}\`, and no browser starts there. Correct or unset it.`,
      );
    }
    return report(log, path, version, wanted);
  }
  return (
    firstThatStarts(log, usualPlaces(), 'installed on this machine') ??
    firstThatStarts(log, playwrightPlaces(), "from Playwright's cache") ??
    installByPlaywright(log) ??
    installBySystem(log) ??
    fail()
  );
}

function fail() {
  throw new Error(remedy);
}

function report(log, path, version, origin) {
  log(`Browser: ${path} (${version}; ${origin})`);
  return path;
}

export function firstThatStarts(log, paths, origin) {
  for (const path of paths.filter((place) => existsSync(place))) {
    const version = readVersion(path);
    if (version !== undefined) return report(log, path, version, origin);
    log(`Browser: ${path} does not start; looking further.`);
  }
  return undefined;
}

/** What the browser says of itself, `undefined` when it does not run (a library may be missing). */
function readVersion(path) {
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return existsSync(path) ? 'version not asked' : undefined;
  const { status, stdout } = spawnSync(path, ['--version', ...(isRoot ? ['--no-sandbox'] : [])], {
    encoding: 'utf8',
    timeout: versionLimitMs,
  });
  return status === 0 ? stdout.trim() : undefined;
}

function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['', homedir()].flatMap((home) =>
        ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge'].map((name) =>
          join(home || '/', 'Applications', `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
        process.env[name] === undefined
          ? []
          : ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((folder) =>
              join(
                process.env[name],
                folder,
                'Application',
                folder.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe',
              ),
            ),
      );
    default:
      return linuxPlaces();
  }
}

function linuxPlaces() {
  return linuxPlacesOf([
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge',
  ]);
}

/** Where programs of these names may be on Linux. */
export function linuxPlacesOf(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/google/chrome',
    '/usr/lib/chromium',
    '/snap/bin',
  ];
  return [...new Set(folders)].flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Browsers that Playwright downloaded before, whatever its version then: newest first, and whole browsers before shells. */
export function playwrightPlaces() {
  const cache = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[process.platform];
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? cache ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .toSorted((a, b) => Number(isShell(a)) - Number(isShell(b)) || revisionOf(b) - revisionOf(a))
    .flatMap((name) => programsIn(join(folder, name)));
}

function isShell(name) {
  return name.startsWith('chromium_headless_shell');
}

function revisionOf(name) {
  return Number(name.split('-').at(-1));
}

function programsIn(folder) {
  const programs =
    /^(chrome|chrome\.exe|Chromium|Google Chrome for Testing|(chrome-)?headless[_-]shell(\.exe)?)$/;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && programs.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function installByPlaywright(log) {
  log('Browser: none found; asking Playwright to download Chromium.');
  runPlaywright(['install', 'chromium']);
  const found = firstThatStarts(log, playwrightPlaces(), 'downloaded by Playwright');
  if (found !== undefined || playwrightPlaces().length === 0 || !isRoot) return found;
  log('Browser: it lacks system libraries; asking Playwright to install them.');
  runPlaywright(['install-deps', 'chromium']);
  return firstThatStarts(log, playwrightPlaces(), 'downloaded by Playwright');
}

function runPlaywright(args) {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  spawnSync(process.execPath, [cli, ...args], {
    stdio: 'inherit',
    timeout: downloadLimitMs,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...process.env },
  });
}

function installBySystem(log) {
  if (process.platform !== 'linux' || !isRoot) return undefined;
  const managers = [
    {
      test: 'apt-get',
      commands: [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      ],
    },
    { test: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
    { test: 'apk', commands: [['apk', 'add', '--no-cache', 'chromium']] },
    { test: 'pacman', commands: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
  ];
  const manager = managers.find(({ test }) => spawnSync(test, ['--version']).error === undefined);
  if (manager === undefined) return undefined;
  for (const [program, ...args] of manager.commands) {
    log(`Browser: ${[program, ...args].join(' ')}`);
    spawnSync(program, args, {
      stdio: 'inherit',
      timeout: downloadLimitMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return firstThatStarts(log, usualPlaces(), `installed by ${manager.test}`);
}

// Run by itself, it prints the path: CHROME=$(node test/support/find-chromium.mjs)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findChromium(console.error));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
