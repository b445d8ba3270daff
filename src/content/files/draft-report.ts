import type { ShownProblem } from '../model/problem.ts';
import { openData } from './data-reader.ts';
import type { DataReader } from './data-reader.ts';

/** The facts of a draft beside those of every post, for its author. */
export interface DraftReport {
  /** Faults of its settings and its text, in the order of their lines. */
  readonly problems: readonly ShownProblem[];
  /** Why a build leaves it out; `undefined` where it does not. */
  readonly hidden: string | undefined;
  /** Old addresses that lead to it. */
  readonly aliases: readonly string[];
}

/** Checks what the worker says of a draft. @throws ContentError naming the field at fault. */
export function parseDraftReport(value: unknown): DraftReport {
  const data = openData(value, 'report on a draft');
  return {
    problems: data.records('problems').map(readProblem),
    hidden: data.optionalString('hidden'),
    aliases: data.strings('aliases'),
  };
}

function readProblem(data: DataReader): ShownProblem {
  return {
    severity: data.choice('severity', ['error', 'warning', 'info']),
    file: data.string('file'),
    line: data.optionalInteger('line'),
    column: data.optionalInteger('column'),
    message: data.string('message'),
    remedy: data.optionalString('remedy'),
    frame: data.optionalString('frame'),
  };
}
