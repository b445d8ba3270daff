import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { runCommand } from '../../../src/command/main.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const project = fileURLToPath(new URL('../../fixtures/import/zola', import.meta.url));

/** Runs the command; gives back its exit code and what it printed. */
async function run(...args: readonly string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      text += String(chunk);
      return true;
    }),
  );
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  const code = await runCommand(args);
  return { code, text };
}

/** Has standard output fail as a pipe does whose reader is gone, or a disk that is full. */
function fail(code: string): () => void {
  const error = Object.assign(new Error(code), { code });
  return () => void process.stdout.emit('error', error);
}

describe('runCommand', () => {
  test('imports a project, looks through the blog, and leaves codes for scripts', async () => {
    const into = makeFolder();
    const dry = await run('import', project, '--into', into, '--dry-run');
    expect([dry.code, existsSync(join(into, 'site.toml'))]).toEqual([0, false]);
    const written = await run('import', project, '--into', into);
    expect(written).toMatchObject({ code: 0 });
    expect(written.text).toContain('Of 5 old addresses 5 stay, 0 lead on, 0 would be lost.');
    const plain = await run('doctor', into);
    expect(plain).toMatchObject({ code: 0 });
    expect(plain.text).toContain('posts/blog/draft.md  Left out: it is a draft.');
    expect((await run('import', project, '--into', into)).code).toBe(1);
  });

  test('tells a wrong call from a failure', async () => {
    expect((await run('doctor', '--format', 'x')).code).toBe(2);
    expect((await run('import')).code).toBe(2);
    expect((await run('import', join(project, 'nowhere'))).code).toBe(1);
  });

  test('ends without a word when its reader has enough', async () => {
    await run('--help');
    const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code ?? 0}`);
    });
    onTestFinished(() => exit.mockRestore());
    expect(fail('EPIPE')).toThrow('exit 0');
    expect(fail('ENOSPC')).toThrow('ENOSPC');
  });
});
