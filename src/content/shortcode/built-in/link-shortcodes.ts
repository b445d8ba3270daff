import { argument, inline } from '../base/call.ts';
import type { Call, Expansion, Shortcode } from '../base/call.ts';

/** Addresses of other posts and files. */
export const linkShortcodes: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ...['ref', 'relref', 'post_url'].map((name): [string, Shortcode] => [name, showReference]),
  ['link', showReference],
  ['get_url', showUrl],
  ...['asset_path', 'asset_url', 'asset'].map((name): [string, Shortcode] => [name, showUrl]),
  ['param', showParameter],
]);

/** The address of a post named by file, with or without its path and extension. */
function showReference(call: Call): Expansion | undefined {
  const written = argument(call, 'path', 'name', 'file', 'to', 'href', 'url', 0);
  if (written === undefined) {
    call.report(`\`${call.name}\` names no post.`, 'Give it the name of the file.');
    return undefined;
  }
  if (/^(?:https?:|mailto:|#)/.test(written)) return inline(written);
  const [name = '', hash] = written.split('#', 2);
  const target = call.resolve(`ref:${name}`) ?? call.resolve(name);
  const anchor = hash === undefined ? '' : `#${hash}`;
  if (target !== undefined) return inline(encodePath(target.replace(/%/g, '%25')) + anchor);
  call.report(
    `\`${call.name}\` names \`${name}\`, and there is no such post or file.`,
    'Correct the name.',
  );
  return inline(encodePath(name) + anchor);
}

/** An address as it is given: the renderer resolves it. */
function showUrl(call: Call): Expansion | undefined {
  const path = argument(call, 'path', 'src', 'file', 0);
  if (path !== undefined) return inline(encodePath(path));
  call.report(`\`${call.name}\` names no file.`, 'Give it `path="file"`.');
  return undefined;
}

/** A value of the front matter, by a path of names: `{{< param author.name >}}`. */
function showParameter(call: Call): Expansion | undefined {
  const name = argument(call, 'name', 0) ?? '';
  let value: unknown = call.post.frontMatter;
  for (const key of name.toLowerCase().split('.')) value = ownValue(value, key);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return inline(String(value));
  call.report(`The front matter has no \`${name}\`.`, 'Add it, or remove the shortcode.');
  return undefined;
}

function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key)?.[1];
}

/** A path as it may stand in a Markdown link; what is percent-encoded already stays. */
function encodePath(path: string): string {
  return encodeURI(path.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/%25(?=[0-9a-f]{2})/gi, '%')
    .replace(/[()'?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
