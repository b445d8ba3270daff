import { describe, expect, test } from 'vitest';

import { nameCommand } from '../../../../src/command/base/name-command.ts';

describe('nameCommand', () => {
  test.each([
    ['by its name', {}, 'build', 'rubric build'],
    ['by npx', { npm_command: 'exec' }, 'build', 'npx rubric build'],
    ['by a script', { npm_command: 'run-script' }, 'build', 'npm run build'],
    ['by the first script', { npm_command: 'start' }, 'dev', 'npm start'],
    ['that no script has', { npm_command: 'run-script' }, 'new', 'rubric new'],
  ])('names a command called %s', (_how, environment, name, expected) => {
    expect(nameCommand(name, environment)).toBe(expected);
  });
});
