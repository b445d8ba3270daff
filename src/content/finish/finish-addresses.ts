import type { RenderContext } from '../site/render-context.ts';
import { fragmentToHref, resolveAddress } from './link.ts';
import type { ProblemLog } from './problem-log.ts';

/** The address of a picture, sound or film as it is published. */
export interface FinishedAsset {
  readonly href: string;
  /** Decoded path under the base; `undefined` when the file is not the blog's own. */
  readonly target: string | undefined;
  /** True for a file of the blog that is not there. */
  readonly isMissing?: boolean;
}

/** Addresses as written → as they are published. Reports those that lead nowhere, and remembers what it resolved. */
export class AddressFinisher {
  readonly references: Record<string, string> = {};
  readonly #context: RenderContext;
  readonly #log: ProblemLog;

  constructor(context: RenderContext, log: ProblemLog) {
    this.#context = context;
    this.#log = log;
  }

  /** An old id of the heading of `text`: see {@link RenderContext.findTarget}. */
  findOldId(text: string): string | undefined {
    const reference = `ref:#${text}`;
    const id = this.#context.findTarget(reference);
    if (id !== undefined) this.references[reference] = id;
    return id;
  }

  /** The `href` of a link as it is published. */
  finishLink(written: string): string {
    const address = resolveAddress(written, this.#context);
    switch (address.kind) {
      case 'external':
        return address.href;
      case 'fragment':
        return fragmentToHref(address.id);
      case 'internal':
        this.references[address.reference] = address.target;
        return address.href;
      case 'broken':
        this.#log.report({
          kind: 'link',
          severity: 'warning',
          subject: written,
          needle: written,
        });
        return address.href;
      default:
        return address satisfies never;
    }
  }

  /** The published address of a picture, sound or film; `target` is its path under the base, if it is the blog's own. */
  finishAsset(written: string): FinishedAsset {
    if (/^\s*data:/i.test(written)) return { href: written.trim(), target: undefined };
    const address = resolveAddress(written, this.#context);
    if (address.kind === 'fragment') return { href: written, target: undefined };
    if (address.kind === 'internal') {
      this.references[address.reference] = address.target;
      return { href: address.href, target: address.target };
    }
    if (address.kind === 'broken') {
      this.#log.report({
        kind: 'asset',
        severity: 'warning',
        subject: written,
        needle: written,
      });
    }
    return { href: address.href, target: undefined, isMissing: address.kind === 'broken' };
  }
}
