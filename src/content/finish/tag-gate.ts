import { createTagCounter } from '../html/html-limits.ts';
import type { HtmlLimit } from '../html/html-limits.ts';
import { attributeOf } from '../html/html-tags.ts';
import type { HtmlTag } from '../html/html-tags.ts';
import { keptTags, silentTags } from '../html/tag-sets.ts';
import type { ProblemLog } from './problem-log.ts';

/** Decides which tags of one body are written, and reports the others. */
export interface TagGate {
  /** Whether an opening tag is written, as an element `name`. One that is not leaves its content. */
  admits(name: string, tag: HtmlTag): boolean;
  /** Whether a closing tag of an element `name` is written; counts it if so. */
  admitsClosing(name: string): boolean;
}

/** A gate for one body. */
export function createTagGate(log: ProblemLog): TagGate {
  const counter = createTagCounter();
  return {
    admits(name, tag) {
      if (isSilent(name)) return false;
      if (!isKept(name, tag)) {
        reportRemoved(name, tag, log);
        return false;
      }
      const limit = counter.open(name, tag.isSelfClosing);
      if (limit !== undefined) reportLimit(limit, log);
      return limit === undefined;
    },
    admitsClosing(name) {
      if (silentTags.has(name) || !keptTags.has(name)) return false;
      counter.close(name);
      return true;
    },
  };
}

function isSilent(name: string): boolean {
  return silentTags.has(name) || name.includes(':');
}

/** Of form fields the box of a task list alone stays. */
function isKept(name: string, tag: HtmlTag): boolean {
  return (
    keptTags.has(name) && (name !== 'input' || /^checkbox$/i.test(attributeOf(tag, 'type') ?? ''))
  );
}

function reportRemoved(name: string, tag: HtmlTag, log: ProblemLog): void {
  log.report({
    kind: 'html',
    severity: 'info',
    subject: `<${name}>`,
    needle: `<${tag.writtenName}`,
  });
}

function reportLimit(limit: HtmlLimit, log: ProblemLog): void {
  log.report({
    kind: 'limit',
    severity: 'warning',
    subject: limit,
  });
}
