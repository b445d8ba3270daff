import { ContentError } from '../../content/model/problem.ts';
import { paint } from './terminal.ts';

/** The text for standard error about `error`: of one that tells the blogger what to change, nothing but that. */
export function describeFailure(error: unknown): string {
  const mark = paint('red', 'error', process.stderr);
  if (error instanceof ContentError) {
    const { frame } = error.problem;
    return `${mark}  ${error.message}\n${frame === undefined ? '' : `${frame}\n`}`;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${mark}  ${text}\n`;
}

/** An error about `file`, a path or an argument as the blogger knows it. */
export function failure(file: string, message: string, remedy: string): ContentError {
  return new ContentError({ kind: 'site', severity: 'error', file, message, remedy });
}
