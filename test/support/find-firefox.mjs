// Finds a Firefox for the browser tests that are about it, and says which it was.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { firstThatStarts, linuxPlacesOf } from './find-chromium.mjs';

const remedy =
  'no Firefox found: tests in it are skipped. Install one (Debian: apt-get install firefox-esr), or set FIREFOX_PATH.';

/** The path of a Firefox that starts: `FIREFOX_PATH`, or one in the usual places. None is installed for the tests. */
export function findFirefox(log = console.log) {
  const wanted = process.env.FIREFOX_PATH ?? '';
  const found =
    wanted === ''
      ? firstThatStarts(log, usualPlaces(), 'for the tests in Firefox')
      : firstThatStarts(log, [wanted], 'FIREFOX_PATH');
  if (found === undefined) log(`Browser: ${remedy}`);
  return found;
}

function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['/', homedir()].map((home) =>
        join(home, 'Applications', 'Firefox.app', 'Contents', 'MacOS', 'firefox'),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)']
        .filter((name) => process.env[name] !== undefined)
        .map((name) => join(process.env[name], 'Mozilla Firefox', 'firefox.exe'));
    default:
      return [...linuxPlacesOf(['firefox', 'firefox-esr']), '/usr/lib/firefox/firefox'];
  }
}
