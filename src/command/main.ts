import { CommanderError } from 'commander';

import { failedCode } from './base/failed-code.ts';
import { createProgram } from './program.ts';
import { describeFailure } from './base/describe-failure.ts';

/** What the command leaves behind for scripts: everything went well, something failed, or it was called wrongly. */
const exitCodes = { done: 0, failed: 1, misused: 2 } as const;

/**
 * Runs `rubric` with the arguments `args`, without Node and the script's name, and gives the code to exit with: 0, 1 when
 * what was asked for failed, 2 when the arguments are wrong. Servers go on running after it.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === failedCode) return exitCodes.failed;
      // Commander has said everything, help included.
      return error.exitCode === 0 ? exitCodes.done : exitCodes.misused;
    }
    process.stderr.write(describeFailure(error));
    return exitCodes.failed;
  }
}

/** Has the command end without a word when whoever reads what it prints has enough, as `head` has. */
function endWithReader(stream: NodeJS.WriteStream): void {
  if (!stream.listeners('error').includes(leave)) stream.on('error', leave);
}

function leave(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
