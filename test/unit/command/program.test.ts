import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { runCommand } from '../../../src/command/main.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let printed = '';

beforeEach(() => {
  printed = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  vi.stubEnv('RUBRIC_SITE', '');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('createProgram', () => {
  test.each([
    ['help', ['--help'], 0, 'Exit codes'],
    ['its version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    ['help of a part', ['new', '--help'], 0, '--bundle'],
    ['no part', [], 2, 'Usage: rubric'],
    ['an unknown part', ['bild'], 2, 'Did you mean build?'],
    ['an unknown option', ['build', '--bas', '/x/'], 2, '--base'],
    ['a port that is none', ['dev', '--port', '8o'], 2, 'from 0 to 65535'],
  ])('answers %s', async (_what, args, code, text) => {
    expect(await runCommand(args)).toBe(code);
    expect(printed).toMatch(text);
  });

  test('names the folder in which there is no blog, and the remedy', async () => {
    const folder = makeFolder();
    expect(await runCommand(['build', folder])).toBe(1);
    expect(printed).toContain(`error  ${folder}  There is no blog here`);
    expect(printed).toContain('`rubric init`');
  });
});
