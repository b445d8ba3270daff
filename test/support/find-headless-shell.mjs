// Finds the headless shell of Chromium: the same engine without a browser around it, which takes half the time for each page.
import { spawnSync } from 'node:child_process';
import {
  firstThatStarts,
  isRoot,
  linuxPlacesOf,
  playwrightPlaces,
  variables,
} from './find-chromium.mjs';

const name = 'chromium-headless-shell';
const installLimitMs = 5 * 60_000;

/**
 * The path of a headless shell that starts, got from Debian's packages where there is none and they may be installed.
 * `undefined` when there is none to be had, or when a browser was asked for by name: then that one opens all pages.
 */
export function findHeadlessShell(log = console.log) {
  if (variables.some((variable) => (process.env[variable] ?? '') !== '')) return undefined;
  return find(log) ?? (install(log) ? find(log) : undefined);
}

function find(log) {
  const fromPlaywright = playwrightPlaces().filter((path) => /headless[_-]shell/.test(path));
  const installed = process.platform === 'linux' ? linuxPlacesOf([name]) : [];
  return firstThatStarts(log, [...installed, ...fromPlaywright], 'for the pages of the tests');
}

/** Tries Debian's package, by the lists at hand and then by new ones; tells whether it is there. */
function install(log) {
  if (process.platform !== 'linux' || !isRoot) return false;
  if (spawnSync('apt-get', ['--version']).error !== undefined) return false;
  log(`Browser: apt-get install ${name}`);
  return runApt('install') || (runApt('update') && runApt('install'));
}

function runApt(command) {
  const args =
    command === 'install' ? ['install', '-y', '--no-install-recommends', name] : [command];
  const { status } = spawnSync('apt-get', args, {
    timeout: installLimitMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
