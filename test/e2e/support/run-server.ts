import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server of the command `rubric` that runs. */
export interface RunningServer {
  /** The address that it printed, its base included. */
  readonly url: string;
  /** Ends the server and waits until it has gone. */
  readonly stop: () => Promise<void>;
}

/** Starts `rubric` in `folder` with the arguments `args` at a free port, and waits for the address that it prints. */
export async function runServer(
  script: string,
  args: readonly string[],
  { folder, settings }: { readonly folder: string; readonly settings?: string },
): Promise<RunningServer> {
  const place = ['--port', '0', '--host', '127.0.0.1'];
  const child = spawn(process.execPath, [script, ...args, ...place], {
    cwd: folder,
    env: {
      ...process.env,
      ...(settings !== undefined && { RUBRIC_SITE: settings }),
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
  });
  const gone = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const printed = /http:\/\/127\.0\.0\.1:\d+\/(?:\S*)/.exec(output)?.[0];
      if (printed !== undefined) resolve(printed);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`The server stopped with ${code}:\n${output}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill();
      await gone;
    },
  };
}
