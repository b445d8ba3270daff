/**
 * `path` as a permalink: NFC, `/` at the start, no empty, `.` or `..` parts, no control characters, backslashes, `?` or
 * `#`, and without a final `index.html`. A last part in `.html` is the name of the page's file (`/2019/x.html`); all
 * others end in `/`.
 */
export function cleanPermalink(path: string): string {
  const parts = path
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\\?#\p{Surrogate}]/gu, '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1) ?? '';
  const isIndex = /^(?:index)?(?:\.html?)?$/i.test(last);
  if (isIndex) parts.pop();
  if (parts.length === 0) return '/';
  const isFile = !isIndex && /\.html?$/i.test(path.trim());
  return `/${parts.join('/')}${isFile ? '' : '/'}`;
}

/** The file, under the output folder, of the page at `permalink`. */
export function pageFile(permalink: string): string {
  return `${permalink.slice(1)}${permalink.endsWith('/') ? 'index.html' : ''}`;
}

/** The file of the record of the post at `permalink`: `posts/x/post.json`, `2019/x.html.post.json`. */
export function recordFile(permalink: string): string {
  return `${permalink.slice(1)}${permalink.endsWith('/') ? '' : '.'}post.json`;
}

/**
 * The `href` of a permalink under `base` (decoded: `/`, `/repo/`, `/mine own/`), percent-encoded.
 *
 * @example
 * permalinkToHref('/posts/カ%/', '/repo/')  // '/repo/posts/%E3%82%AB%25/'
 */
export function permalinkToHref(permalink: string, base: string): string {
  const encoded = encodeURIComponent(permalink.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/%(?:2F|40|3A|2B|2C|3B|3D|26|24)/g, decodeURIComponent)
    .replace(/'/g, '%27');
  return encodeURI(base.slice(0, -1)) + encoded;
}

/**
 * The permalink, as {@link cleanPermalink} has it, that `pathname` (of a URL) stands for under `base`; `undefined`
 * when it is outside of `base`, not well encoded (`/%`, `/%E0%A4%A`, an encoded `/` or NUL), or has an empty part: as an
 * address, `//x/` is another host.
 */
export function hrefToPermalink(pathname: string, base: string): string | undefined {
  if (/%(?:2f|5c|00)/i.test(pathname)) return undefined;
  const root = base.slice(0, -1);
  const decoded = decodePath(pathname);
  if (decoded === undefined || (decoded !== root && !decoded.startsWith(base))) return undefined;
  const page = decoded
    .slice(root.length)
    .normalize('NFC')
    .replace(/(^|\/)index\.html$/, '$1');
  if (page.includes('//')) return undefined;
  return /\/$|\.html?$/i.test(page) ? page : `${page}/`;
}

/** `text` with percent-encoding undone; `undefined` when it is malformed. */
export function decodePath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // Malformed: nothing can have that address.
    return undefined;
  }
}

/** Allows `path`, as it is written in an address, as a base: well encoded, hiding no `%`, `/`, `\` or NUL. */
export function isPlainPath(path: string): boolean {
  return !/%(?:2f|5c|00)/i.test(path) && decodePath(path)?.includes('%') === false;
}
