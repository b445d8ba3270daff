import type { PartName } from '../model/part.ts';
import { rareReference } from '../html/entity.ts';
import type { MarkdownSettings } from './base/state.ts';
import type { Dialect } from './dialect.ts';
import type { Leniency } from './leniency.ts';

/** Parts that a text is read with; `undefined` for one that it has no use for. */
export interface SyntaxParts {
  readonly dialect: Dialect | undefined;
  readonly leniency: Leniency | undefined;
  readonly math: typeof import('./constructs/math.ts') | undefined;
}

/**
 * Marks without which a text has nothing of `dialect.ts` in it, each found by one look along the text: footnotes,
 * attribute lists on lines, spans and headings, abbreviations, marks for a table of contents, containers and
 * admonitions, definitions, Markdown in HTML, alerts, tasks with signs. More texts have them than constructs: in doubt it is a
 * yes.
 */
const dialectMarks: readonly RegExp[] = [
  /\[\^[^\]\s]/,
  /\{(?::|[ \t]*(?:[#.]|[\w-]+=))/,
  /\*\[/,
  /\[_?toc_?\]|<!--[ \t]*toc/i,
  /[-*+.)][\s>]+\[[^\sxX\]]\][ \t]/,
  /^ {0,3}#{1,6}[ \t]+(?:table[ -]of|toc)/im,
  /:::|!!!|\?\?\?/,
  /^[ \t>]*:[ \t]/m,
  /markdown\s*=/i,
  />[ \t]*\[!/,
];

/** Marks of what `leniency.ts` reads: bars in code, blanks in addresses, fences right below HTML. */
const leniencyMarks =
  /`[^`\n]*\||\]\([ \t]*(?:[^\s<>()]|\([^\s()]*\)){1,300}[ \t]+(?:[^\s"]|"[^"\n]*"[ \t]*=)|>[ \t]*\n[ \t>]*(?:```|~~~)/;

/** Marks without which a text has no formula. */
const mathMarks = /\$|\\(?:[([]|begin\{)/;

/** The parts that reading `text` takes. Linear in its length. */
export function findSyntaxNeeds(text: string, { math }: MarkdownSettings): readonly PartName[] {
  return [
    ...(dialectMarks.some((mark) => mark.test(text)) ? (['dialect'] as const) : []),
    ...(leniencyMarks.test(text) ? (['leniency'] as const) : []),
    ...(math && mathMarks.test(text) ? (['math'] as const) : []),
    ...(rareReference.test(text) ? (['entities'] as const) : []),
  ];
}

/** The syntax parts of `needs`, loaded together. */
export async function loadSyntaxParts(needs: readonly PartName[]): Promise<SyntaxParts> {
  const [dialect, leniency, math] = await Promise.all([
    needs.includes('dialect') ? loadDialect() : undefined,
    needs.includes('leniency') ? loadLeniency() : undefined,
    needs.includes('math') ? loadMathSyntax() : undefined,
    needs.includes('entities') ? loadEntities() : undefined,
  ]);
  return { dialect: dialect?.dialect, leniency: leniency?.createLeniency, math };
}

/** Loads the constructs of the dialects. */
export function loadDialect(): Promise<typeof import('./dialect.ts')> {
  return import('./dialect.ts');
}

/** Loads what reads more than GFM does. */
export function loadLeniency(): Promise<typeof import('./leniency.ts')> {
  return import('./leniency.ts');
}

/** Loads names of characters, which are known from then on. */
export function loadEntities(): Promise<typeof import('../html/entity-names.ts')> {
  return import('../html/entity-names.ts');
}

/** Loads the marks of formulas. */
export function loadMathSyntax(): Promise<typeof import('./constructs/math.ts')> {
  return import('./constructs/math.ts');
}
