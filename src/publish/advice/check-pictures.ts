import { decodePath } from '../../content/site/permalink.ts';
import type { Finding } from './finding.ts';
import type { PostText } from './post-text.ts';

const picture = /<img\b((?:[^>"]|"[^"]*")*)>/g;
const alternative = /\balt="\s*[^\s"]/;
const address = /\bsrc="([^"]*)"/;

/** Pictures of a post without a text that stands in their place for those who do not see them. */
export function checkPictures({
  file,
  html,
  body,
  bodyLine,
  findPlace,
}: PostText): readonly Finding[] {
  const lines = body.split('\n');
  const told = new Set<string>();
  return Array.from(html.matchAll(picture), ([, attributes = '']) => attributes).flatMap(
    (attributes): readonly Finding[] => {
      if (alternative.test(attributes) || /\brole="(?:none|presentation)"/.test(attributes))
        return [];
      const name = nameOf(address.exec(attributes)?.[1] ?? '');
      // A picture whose address was removed is reported for that.
      if (name === '' || told.has(name)) return [];
      told.add(name);
      const place = findPlace(toPattern(name));
      const line = place?.line === undefined ? undefined : lines[place.line - bodyLine];
      // Whoever writes an empty text in HTML says that the picture is an ornament.
      if (line !== undefined && /\balt\s*=\s*(?:""|'')/.test(line)) return [];
      return [
        {
          rule: 'no-alt',
          kind: 'asset',
          severity: 'info',
          file,
          line: place?.line,
          column: place?.column,
          subject: name,
          message: `The picture \`${name}\` has no text in its place.`,
          remedy: 'Say in a few words what it shows: `![A red cup](cup.png)`.',
        },
      ];
    },
  );
}

/** The last part of an address, as the author is likely to have written it. */
function nameOf(source: string): string {
  const path = source.replaceAll('&amp;', '&').replace(/[?#].*$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return decodePath(last) ?? last;
}

/** `name`, plain or with its blanks encoded. */
function toPattern(name: string): RegExp {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(quoted.replaceAll(' ', '(?: |%20)'), 'i');
}
