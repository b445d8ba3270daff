import type { Problem } from '../../content/model/problem.ts';
import type { RuleName } from './rules.ts';

/** Something in the blogger's files that is wrong or would surprise. */
export interface Finding extends Problem {
  readonly rule: RuleName;
  /** A change of the text at line and column that puts it right. */
  readonly repair?: Repair | undefined;
}

/** Text of a line and the text to take its place. */
export interface Repair {
  readonly from: string;
  readonly to: string;
}
