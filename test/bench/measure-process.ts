import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What running a command cost. */
export interface ProcessCost {
  /** User and system time of the command and of all that it started. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Most memory that the command and all that it started held at a time; what several share counts for each. */
  readonly peakMegabytes: number;
  /** Standard output and error as one text. */
  readonly output: string;
}

/** How to run a command. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Pause between two looks at the memory. */
const sampleMs = 100;

/**
 * Runs `command` and measures it by `/proc`, so on Linux only. One at a time: the processor time of other
 * commands that end meanwhile would count.
 *
 * @throws Error with what it printed when the command fails.
 */
export async function measureCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: CommandOptions,
): Promise<ProcessCost> {
  const cpu = readChildSeconds();
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, readTreeKilobytes(child.pid ?? 0));
  }, sampleMs);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const output = Buffer.concat(chunks).toString();
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return {
    cpuSeconds: readChildSeconds() - cpu,
    wallSeconds: (performance.now() - start) / 1000,
    peakMegabytes: peak / 1024,
    output,
  };
}

/** Processor time of all processes that this one has started and waited for. */
function readChildSeconds(): number {
  // After the name in brackets; times come in hundredths of a second.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Memory of the process `pid` and of all below it, in kilobytes. */
export function readTreeKilobytes(pid: number): number {
  return (
    readOwnKilobytes(pid) +
    listChildren(pid).reduce((sum, child) => sum + readTreeKilobytes(child), 0)
  );
}

/** Memory of one process that lies in the machine's own, in kilobytes: a number that the kernel keeps, so asking is cheap. */
function readOwnKilobytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // The process ended while it was looked at.
    return 0;
  }
}

/** Processes that any thread of `pid` has started. */
function listChildren(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter((text) => text.trim() !== '')
        .map(Number),
    );
  } catch {
    // The process ended while it was looked at.
    return [];
  }
}
