import { decodePath } from '../../content/site/permalink.ts';
import type { Finding } from '../advice/finding.ts';

/** A page of the blog as rendered. */
interface RenderedPage {
  readonly file: string;
  readonly permalink: string;
  readonly html: string;
}

/** A link to a place in another post. */
interface AnchorLink {
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

const hrefWithHash = /\bhref="(\/[^"#?]*)(?:\?[^"#]*)?#([^"]+)"/g;
const ownId = /\bid="([^"]+)"/g;

/** Ids that the page of a post has around its text. */
const pageIds = ['top', 'main', 'content', 'comments'];

/** Opens the check of a blog below `base`. */
export function createAnchorCheck(base: string): AnchorCheck {
  const idsOf = new Map<string, ReadonlySet<string>>();
  const links: AnchorLink[] = [];
  return {
    add({ file, permalink, html }) {
      idsOf.set(permalink, new Set(Array.from(html.matchAll(ownId), ([, id = '']) => decode(id))));
      for (const [, path = '', hash = ''] of html.matchAll(hrefWithHash)) {
        const address = decode(path);
        if (!address.startsWith(base)) continue;
        const to = `/${address.slice(base.length)}`;
        const id = decode(hash);
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

function decode(text: string): string {
  const plain = text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  return decodePath(plain) ?? plain;
}
