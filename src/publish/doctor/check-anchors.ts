import type { Finding } from '../advice/finding.ts';
import type { Anchors } from '../render/find-anchors.ts';

/** A page of the blog as rendered. */
interface RenderedPage {
  readonly file: string;
  readonly permalink: string;
  readonly anchors: Anchors;
}

/** A link to a place in another post. */
interface PostLink {
  readonly file: string;
  /** Permalink of the other post. */
  readonly to: string;
  readonly id: string;
}

/** Links between posts, whose places are known when all posts have been seen. */
export interface AnchorCheck {
  add(page: RenderedPage): void;
  /** Links to a place that is not there, each once a file. */
  finish(): readonly Finding[];
}

/** Ids that the page of a post has around its text. */
const pageIds = ['top', 'main', 'content', 'comments'];

/** Opens the check of a blog below `base`. */
export function createAnchorCheck(base: string): AnchorCheck {
  const idsOf = new Map<string, ReadonlySet<string>>();
  const links: PostLink[] = [];
  return {
    add({ file, permalink, anchors }) {
      idsOf.set(permalink, new Set(anchors.ids));
      for (const { path, id } of anchors.links) {
        if (!path.startsWith(base)) continue;
        const to = `/${path.slice(base.length)}`;
        if (!pageIds.includes(id) && !id.startsWith(':~:')) links.push({ file, to, id });
      }
    },
    finish() {
      const told = new Set<string>();
      return links.flatMap(({ file, to, id }): readonly Finding[] => {
        const ids = idsOf.get(to);
        const key = `${file}\n${to}#${id}`;
        if (ids === undefined || ids.has(id) || told.has(key)) return [];
        told.add(key);
        return [describe(file, to, id)];
      });
    },
  };
}

function describe(file: string, to: string, id: string): Finding {
  return {
    rule: 'broken-anchor',
    kind: 'link',
    severity: 'info',
    file,
    subject: `#${id}`,
    message: `\`#${id}\` names no place in the post at \`${to}\`, to which the link leads.`,
    remedy: 'Correct it, or give the heading there that id with `{#id}`.',
  };
}
