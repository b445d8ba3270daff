import type { Post } from '../model/post.ts';
import type { RenderContext } from '../site/render-context.ts';
import { parseArguments } from './tags/arguments.ts';
import type { Arguments } from './tags/arguments.ts';
import type { Call } from './base/call.ts';
import type { TagNode } from './tags/match-tags.ts';
import type { Reporter } from './base/reporter.ts';

/** The facts that reading the calls of one post needs. */
export interface CallWorld {
  readonly post: Post;
  readonly context: RenderContext;
  /** The text of a variable of Liquid; `undefined` when there is none of that name. */
  readonly findVariable: (word: string) => string | undefined;
  readonly reporter: Reporter;
}

const includeTag = /^(?:include|include_relative|include_cached|render)$/;
const includedFile = /^["']?([^\s"',]*)["']?/;

/** Makes calls of tags: reads their arguments and ties them to their place in the post. */
export class CallReader {
  readonly #world: CallWorld;
  readonly #references: Record<string, string> = {};

  constructor(world: CallWorld) {
    this.#world = world;
  }

  /** References that calls asked for and what each resolved to. */
  get references(): Readonly<Record<string, string>> {
    return this.#references;
  }

  /** The call that `node` is. `{% include name.html … %}` calls `name`. */
  read(node: TagNode): Call {
    const { tag, place, end } = node;
    const { post, context, reporter } = this.#world;
    const isInclude = tag.dialect === 'liquid' && includeTag.test(tag.name);
    const file = isInclude ? includedFile.exec(tag.args) : null;
    const written = tag.args.slice(file?.[0].length ?? 0);
    return {
      name: isInclude ? toName(file?.[1] ?? '') : tag.name,
      dialect: tag.dialect,
      args: this.#readArguments(node, written),
      isBlock: place.startsLine && end.endsLine,
      hasBody: node.body !== undefined,
      verbatim: node.verbatim && post.body.slice(node.verbatim.from, node.verbatim.to),
      post,
      context,
      resolve: (reference) => this.#resolve(reference),
      report: (message, remedy) => reporter.report({ offset: tag.from, message, remedy }),
    };
  }

  #readArguments({ tag }: TagNode, written: string): Arguments {
    const { post, reporter, findVariable } = this.#world;
    const isLiquid = tag.dialect === 'liquid';
    const args = parseArguments(written, isLiquid ? findVariable : undefined);
    if (args.fault !== undefined) {
      const start = post.body.slice(tag.from, tag.to).indexOf(written);
      reporter.report({
        offset: tag.from + Math.max(0, start) + args.fault.offset,
        message: `In \`${tag.name}\`: ${args.fault.message}`,
        remedy: 'Correct the arguments.',
      });
    }
    return args;
  }

  #resolve(reference: string): string | undefined {
    const target = this.#world.context.findTarget(reference);
    if (target !== undefined) this.#references[reference] = target;
    return target;
  }
}

/** A file without folder and extension. */
function toName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '') || 'include';
}
