import { escapeHtml } from '../model/html.ts';
import type { MarkdownBlock } from '../markdown/render-markdown.ts';
import { decodePath } from '../site/permalink.ts';
import { fragmentToHref } from './link.ts';
import type { ProblemLog } from './problem-log.ts';

/** A link to a place in the same post. */
interface FragmentLink {
  /** Of its tag in the output. */
  readonly place: number;
  readonly id: string;
  readonly block: MarkdownBlock;
}

/** The links within one post, which can only be checked when all its ids are known. */
export interface FragmentLinks {
  /** Notes the address of the link at `place` of the output if it leads into the same post. */
  add(place: number, href: string | undefined, block: MarkdownBlock): void;
  /**
   * Puts right in `out` each link whose id another generator would have spelled a little differently, and reports those
   * that lead to no place.
   *
   * @param findId - the id in the body that an id means
   */
  finish(out: string[], findId: (id: string) => string | undefined): void;
}

/** No links yet. */
export function createFragmentLinks(log: ProblemLog): FragmentLinks {
  const links: FragmentLink[] = [];
  return {
    add(place, href, block) {
      if (href === undefined || !href.startsWith('#') || href === '#') return;
      const id = href.slice(1);
      links.push({ place, id: decodePath(id) ?? id, block });
    },
    finish(out, findId) {
      for (const link of links) {
        const found = findId(link.id);
        if (found === undefined) report(link, log);
        else if (found !== link.id) correct(out, link, found);
      }
    },
  };
}

function correct(out: string[], { place, id }: FragmentLink, found: string): void {
  const written = `href="${escapeHtml(fragmentToHref(id))}"`;
  const right = `href="${escapeHtml(fragmentToHref(found))}"`;
  out[place] = out[place]?.replace(written, () => right) ?? '';
}

function report({ id, block }: FragmentLink, log: ProblemLog): void {
  log.enter(block);
  log.report({
    kind: 'link',
    severity: 'info',
    subject: `#${id}`,
    needle: `#${id}`,
  });
}
