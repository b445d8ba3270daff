import { diagrams, plain } from '../../content/code/code-block.ts';
import { parseFenceInfo } from '../../content/code/fence-info.ts';
import { languageTable } from '../../content/code/language-table.ts';
import { findNearest } from '../../content/text/edit-distance.ts';
import type { Finding } from './finding.ts';
import type { PostText } from './post-text.ts';

const languages: readonly string[] = languageTable
  .split('\n')
  .flatMap((row) => row.replace(/\[.*$/, '').split(' '))
  .filter((name) => name !== '');

const known: ReadonlySet<string> = new Set([...languages, ...diagrams, ...plain]);

/** Names that kinds of fences have elsewhere, and that are no languages. */
const otherKinds =
  /^(?:math|katex|latex|tex|ad-\w+|note|tip|info|warning|tree|mindmap|abc|csv|tsv|query|dataview(?:js)?|tasks)$/;

const fence = /^((?:[ \t]|>|[-*+](?=[ \t])|\d+[.)](?=[ \t]))*)(`{3,}|~{3,})[ \t]*([^\n`]*)$/;

/** Fences whose language is none that is coloured, each name once. */
export function checkCode({ file, body, bodyLine }: PostText): readonly Finding[] {
  const found = new Map<string, Finding>();
  let open: string | undefined;
  for (const [index, line] of body.split('\n').entries()) {
    const [, before = '', signs = '', info = ''] = fence.exec(line) ?? [];
    if (signs === '') continue;
    if (open !== undefined) {
      if (info.trim() === '' && signs.startsWith(open)) open = undefined;
      continue;
    }
    open = signs;
    const { language } = parseFenceInfo(info);
    if (language === '' || known.has(language) || otherKinds.test(language)) continue;
    const column = line.toLowerCase().indexOf(language, before.length + signs.length) + 1;
    if (column > 0 && !found.has(language))
      found.set(language, describe({ file, line: bodyLine + index, column }, language));
  }
  return [...found.values()];
}

function describe(place: Pick<Finding, 'file' | 'line' | 'column'>, language: string): Finding {
  const near = language.length < 4 ? undefined : findNearest(language, languages, 1);
  return {
    rule: 'unknown-language',
    kind: 'markdown',
    severity: 'info',
    ...place,
    subject: language,
    message: `Code in \`${language}\` is shown without colours: the language is not known.`,
    remedy:
      near === undefined
        ? 'Name a language that is known, or `text`.'
        : `Write \`${near}\`, if that is meant.`,
    ...(near !== undefined && { repair: { from: language, to: near } }),
  };
}
