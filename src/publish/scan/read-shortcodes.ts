import { readFile } from 'node:fs/promises';

import type { Problem } from '../../content/model/problem.ts';
import { walkWithProblems } from '../disk/walk-problems.ts';

/** The blogger's templates and those that could not be used. */
export interface ShortcodeTemplates {
  /** Source of each template by the name that posts call it by. */
  readonly templates: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** A template is a few lines; a larger file is something else. */
const maximumTemplateBytes = 64 * 1024;

const templateName = /([^/]+)\.(?:html|md)$/i;

/**
 * The shortcode templates of `folder`: `figure.html` or `figure.md` is `figure`, in whatever folder below
 * it lies. Of two with one name the first by path is used and the other reported.
 */
export async function readShortcodes(folder: string): Promise<ShortcodeTemplates> {
  const templates = new Map<string, string>();
  const walked = await walkWithProblems({ folder, prefix: 'shortcodes/' });
  const problems: Problem[] = [...walked.problems];
  for (const { path, file, sizeBytes } of walked.files) {
    const name = templateName.exec(path)?.[1];
    if (name === undefined) continue;
    const report = (kind: Problem['kind'], message: string, remedy: string): void => {
      problems.push({ kind, severity: 'warning', file: `shortcodes/${path}`, message, remedy });
    };
    if (templates.has(name)) {
      report('shortcode', `There is another template named \`${name}\`.`, 'Remove one of them.');
    } else if (sizeBytes > maximumTemplateBytes) {
      report(
        'limit',
        `The template has ${sizeBytes} bytes; at most 64 kB are read.`,
        'Shorten it.',
      );
    } else {
      const source = await readFile(file, 'utf8').catch((error: unknown) => {
        report(
          'shortcode',
          `The template cannot be read: ${String(error)}.`,
          'Allow it to be read.',
        );
      });
      if (source !== undefined) templates.set(name, source);
    }
  }
  return { templates: Object.fromEntries(templates), problems };
}
