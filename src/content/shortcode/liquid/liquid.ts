// Liquid as one part, imported by `import()` only: a chunk of its own, which posts with shortcodes alone do without.

import type { Post } from '../../model/post.ts';
import type { RenderContext } from '../../site/render-context.ts';
import { formatValue } from '../base/format-value.ts';
import type { Output } from '../base/output.ts';
import type { TagNode } from '../tags/match-tags.ts';
import type { Tag } from '../tags/tag.ts';
import { evaluateOutput } from './liquid-expression.ts';
import type { Evaluated } from './liquid-expression.ts';
import { PostScope } from './liquid-scope.ts';
import { expandControl, isControlTag } from './liquid-tags.ts';
import type { TagHost } from './liquid-tags.ts';

/** The Liquid of one body, with its variables. */
export interface Liquid {
  /** Tells a `tag` that steers what is printed instead of printing something. */
  isControlTag(tag: Tag): boolean;
  /** Follows a tag that decides, repeats or assigns. */
  expandControl(node: TagNode, output: Output): void;
  /** The value of an expression; `undefined` for one that cannot be read. */
  evaluate(expression: string): Evaluated | undefined;
  /** The text of a variable, given as the bare word of an argument; `undefined` when there is none of that name. */
  findVariable(word: string): string | undefined;
}

/** The help that Liquid gets from the code that expands the whole body. */
export interface LiquidHost extends Omit<TagHost, 'scope'> {
  readonly post: Post;
  readonly context: RenderContext;
}

const variable = /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/;

/** The Liquid of the body that `host` expands. */
export function openLiquid(host: LiquidHost): Liquid {
  const scope = new PostScope(host.post, host.context);
  const tagHost: TagHost = {
    scope,
    reporter: host.reporter,
    spend: (node, cost) => host.spend(node, cost),
    expandInto: (nodes, output) => host.expandInto(nodes, output),
    expandAll: (nodes, line) => host.expandAll(nodes, line),
  };
  return {
    isControlTag,
    expandControl: (node, output) => expandControl(tagHost, node, output),
    evaluate: (expression) => evaluateOutput(expression, scope),
    findVariable(word) {
      const [root = ''] = word.split('.', 1);
      if (!variable.test(word) || !scope.find(root).isKnown) return undefined;
      const result = evaluateOutput(word, scope);
      return result && formatValue(result.value);
    },
  };
}
