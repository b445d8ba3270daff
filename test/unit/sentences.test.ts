import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Files of the screen that readers see; problems in the corner of the development server are the blogger's. */
const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/ui/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/ui/writing/'));

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

/** Words written into a file where a reader sees or hears them. */
const spoken: readonly RegExp[] = [
  /<[a-z][\w-]*(?:\s[^<>]*)?>\s*([A-Za-z]{2,}[^<>{}=;]*)<\//g,
  /\b(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z]{2,}[^"]*)"/g,
  /\.(?:textContent|ariaLabel|title|placeholder) = '([^']*[A-Za-z]{2,}[^']*)'/g,
  /setAttribute\('(?:aria-label|title|placeholder|alt)', '([^']*[A-Za-z]{2,}[^']*)'\)/g,
  /announcer\.say\('([^']*)'/g,
];

describe('sentences for readers', () => {
  test.each(files)('come from the messages in %s', (file) => {
    const text = withoutComments(readFileSync(file, 'utf8'));
    const found = spoken.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]));
    expect(found).toEqual([]);
  });

  test('would be found in a page', () => {
    const page = `<p>Read it</p><button aria-label="Close it">x</button>`;
    expect(spoken.flatMap((pattern) => [...page.matchAll(pattern)]).length).toBe(2);
  });
});
