/**
 * The path of an address as a reader would write it, below `base` (decoded) and with `/` at the start. Never throws.
 *
 * @example
 * readWrittenPath('/blog/caf%C3%A9/', '/blog/')  // '/café/'
 */
export function readWrittenPath(pathname: string, base: string): string {
  const start = encodeURI(base);
  const path = pathname.startsWith(start) ? `/${pathname.slice(start.length)}` : pathname;
  try {
    return decodeURI(path);
  } catch {
    // Not decodable: shown as it stands in the address bar.
    return path;
  }
}

/** The words of the last part of an address, to search for: `/posts/bye-bye/` gives "bye bye". */
export function readSlugWords(pathname: string): string {
  const last =
    readWrittenPath(pathname, '/')
      .split('/')
      .findLast((part) => part !== '') ?? '';
  return last
    .replace(/\.html?$/, '')
    .split(/[-_+.\s]+/)
    .filter((word) => word !== '')
    .join(' ');
}
