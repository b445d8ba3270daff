import type { Place, Tag, TagToken, Token, VerbatimBody } from './tag.ts';

/** A piece of a body as a tree. */
export type Node = Exclude<Token, TagToken> | TagNode;

/** A tag with its body. */
export interface TagNode {
  readonly kind: 'tag';
  readonly tag: Tag;
  readonly place: Place;
  /** `undefined`: it has none. */
  readonly body: readonly Node[] | undefined;
  /** The body as written, of tags that take it so. */
  readonly verbatim: VerbatimBody | undefined;
  /** Place of the closing tag, else of the tag itself. */
  readonly end: Place;
  /** Offset behind the closing tag, else behind the tag itself. */
  readonly to: number;
}

/** A tag that does not fit the tags around it. */
export interface Misfit {
  readonly tag: Tag;
  readonly reason: 'unclosed' | 'unopened' | 'too-deep';
  /** For `unclosed`: the closing tag at which it became clear; `undefined` for the end of the post. */
  readonly at?: Tag | undefined;
}

/** Tags within tags beyond this depth are taken as if they stood alone. */
export const maximumDepth = 50;

/** Liquid tags that mean nothing without their end. */
const liquidBlocks = new Set([
  'if',
  'unless',
  'for',
  'case',
  'capture',
  'tablerow',
  'raw',
  'comment',
]);

/** Pairs opening with closing tags and gives the body as a tree, in linear time. */
export function matchTags(tokens: readonly Token[]): { nodes: Node[]; misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const closers = pairTags(tokens, misfits);
  return { nodes: buildTree(tokens, closers, misfits), misfits };
}

/** The fault of a tag that is written `source`, and its remedy. */
export function describeMisfit(
  misfit: Misfit,
  source: string,
): { message: string; remedy: string } {
  const { tag } = misfit;
  if (misfit.reason === 'unopened') {
    return {
      message: `\`${source}\` closes nothing.`,
      remedy: 'Remove it, or write the tag that it closes before it.',
    };
  }
  if (misfit.reason === 'too-deep') {
    return {
      message: `\`${source}\` stands in more than ${maximumDepth} other tags.`,
      remedy: 'Nest fewer tags.',
    };
  }
  const end = tag.dialect === 'zola' ? '{% end %}' : `{% end${tag.name} %}`;
  return {
    message: `\`${source}\` is not closed.`,
    remedy: `Write \`${end}\` behind the text that belongs to it.`,
  };
}

/** For the index of each opening tag that has one, the index of its closing tag. */
function pairTags(tokens: readonly Token[], misfits: Misfit[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open = new OpenTags();
  tokens.forEach((token, index) => {
    if (token.kind !== 'tag' || token.verbatim !== undefined) return;
    if (token.tag.role === 'open') open.push({ tag: token.tag, index });
    if (token.tag.role !== 'close') return;
    const key = open.keyFor(token.tag);
    if (key === undefined) {
      misfits.push({ tag: token.tag, reason: 'unopened' });
      return;
    }
    for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
      if (keyOf(entry.tag) === key) {
        pairs.set(entry.index, index);
        return;
      }
      reportUnclosed(entry.tag, token.tag, misfits);
    }
  });
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    reportUnclosed(entry.tag, undefined, misfits);
  }
  return pairs;
}

/** Hugo's tags and most of Liquid's may stand alone, so only the others miss their end. */
function reportUnclosed(tag: Tag, at: Tag | undefined, misfits: Misfit[]): void {
  const needsEnd =
    tag.dialect === 'zola' || (tag.dialect === 'liquid' && liquidBlocks.has(tag.name));
  if (needsEnd) misfits.push({ tag, reason: 'unclosed', at });
}

interface OpenTag {
  readonly tag: Tag;
  readonly index: number;
}

/** The stack of opening tags that wait for their end, with a count for each key. */
class OpenTags {
  readonly #stack: OpenTag[] = [];
  readonly #counts = new Map<string, number>();
  readonly #zolaNames = new Map<string, number>();

  push(entry: OpenTag): void {
    this.#stack.push(entry);
    this.#count(entry.tag, 1);
  }

  pop(): OpenTag | undefined {
    const entry = this.#stack.pop();
    if (entry !== undefined) this.#count(entry.tag, -1);
    return entry;
  }

  /** The key of an open tag that `closing` may end; Nunjucks ends `{% x() %}` with `{% endx %}`. */
  keyFor(closing: Tag): string | undefined {
    const key = keyOf(closing);
    if ((this.#counts.get(key) ?? 0) > 0) return key;
    const isNamedEnd = closing.dialect === 'liquid' && (this.#zolaNames.get(closing.name) ?? 0) > 0;
    return isNamedEnd ? 'zola' : undefined;
  }

  #count(tag: Tag, change: number): void {
    const key = keyOf(tag);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + change);
    if (tag.dialect !== 'zola') return;
    this.#zolaNames.set(tag.name, (this.#zolaNames.get(tag.name) ?? 0) + change);
  }
}

function keyOf(tag: Tag): string {
  return tag.dialect === 'zola' ? 'zola' : `${tag.dialect}:${tag.name}`;
}

interface Frame {
  readonly token: TagToken | undefined;
  readonly closer: number;
  readonly nodes: Node[];
}

function buildTree(
  tokens: readonly Token[],
  closers: ReadonlyMap<number, number>,
  misfits: Misfit[],
): Node[] {
  const root: Node[] = [];
  const frames: Frame[] = [{ token: undefined, closer: -1, nodes: root }];
  tokens.forEach((token, index) => {
    const frame = frames.at(-1);
    if (frame === undefined) return;
    if (token.kind !== 'tag') {
      frame.nodes.push(token);
      return;
    }
    if (frame.closer === index && frame.token !== undefined) {
      frames.pop();
      frames.at(-1)?.nodes.push(makeNode(frame.token, frame.nodes, token));
      return;
    }
    const closer = closers.get(index);
    if (closer !== undefined && frames.length <= maximumDepth) {
      frames.push({ token, closer, nodes: [] });
      return;
    }
    if (closer !== undefined) misfits.push({ tag: token.tag, reason: 'too-deep' });
    if (token.tag.role !== 'close') frame.nodes.push(makeNode(token, undefined, token));
  });
  return root;
}

function makeNode(token: TagToken, body: readonly Node[] | undefined, closer: TagToken): TagNode {
  const { tag, place, verbatim } = token;
  const end = verbatim?.end ?? closer.place;
  return { kind: 'tag', tag, place, body, verbatim, end, to: verbatim?.closeTo ?? closer.tag.to };
}
