import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';

import { CommanderError } from 'commander';

import { runDoctor as examine } from '../publish/doctor/run-doctor.ts';
import { findBase, readSite } from '../publish/scan/read-site.ts';
import { findCacheFolder } from '../publish/steps/open-workshop.ts';
import { failedCode } from './base/failed-code.ts';
import type { DoctorFlags } from './base/flags.ts';
import { hasColour } from './base/terminal.ts';

/** Looks through the blog in `folder`. Throws a `CommanderError` with {@link failedCode} when it finds what must not be. */
export async function runDoctor(folder: string, flags: DoctorFlags): Promise<void> {
  const blog = resolve(folder);
  const files = readSite(blog);
  const code = await examine(
    {
      format: flags.json === true ? 'json' : flags.format,
      isWhole: flags.all === true,
      isStrict: flags.strict === true,
      asksOutside: flags.external === true,
      repairs: flags.fix !== true ? 'none' : flags.yes === true ? 'yes' : 'ask',
    },
    {
      files: { ...files, output: resolve(blog, 'dist') },
      base: findBase(files.site, flags.base),
      cacheFolder: findCacheFolder(blog),
      cwd: process.cwd(),
      hasColour: hasColour(process.stdout),
      write: (text) => void process.stdout.write(text),
      note: (text) => void process.stderr.write(text),
      ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
    },
  );
  if (code !== 0)
    throw new CommanderError(code, failedCode, 'There are findings that must not be.');
}

/** Asks a question of yes and no on standard error: standard output may be read by a program. */
async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
