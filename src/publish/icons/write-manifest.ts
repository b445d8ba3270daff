import type { Site } from '../../content/site/site.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** Name of the manifest; pages with one of the blogger's own name that. */
export const manifestFile = 'manifest.webmanifest';

/** Longest name below the icon of an installed blog. */
const shortLength = 12;

/** An icon of the blog. */
export interface ManifestIcon {
  /** Its file at the root. One for systems that cut icons to a shape has `maskable` in it. */
  readonly name: string;
  /** Such as `192x192`, `any` for one of lines; `undefined` when not known: such an icon is not offered. */
  readonly sizes: string | undefined;
}

/**
 * The manifest by which browsers install the blog.
 *
 * @param base path the blog lives under, with `/` at both ends
 */
export function writeManifest(
  site: Site,
  base: string,
  icons: readonly ManifestIcon[],
): OutputFile {
  const start = encodeURI(base);
  const content = {
    name: site.title,
    ...(site.title.length <= shortLength && { short_name: site.title }),
    ...(site.description !== '' && { description: site.description }),
    lang: site.language,
    id: start,
    start_url: start,
    scope: start,
    display: 'minimal-ui',
    // Paper, light: a manifest knows one theme.
    background_color: '#f9fafc',
    theme_color: '#f9fafc',
    icons: icons.flatMap(({ name, sizes }) => {
      if (sizes === undefined) return [];
      const type = name.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
      const purpose = name.includes('maskable') ? { purpose: 'maskable' } : {};
      return [{ src: start + name, type, sizes, ...purpose }];
    }),
  };
  return { fileName: manifestFile, content: `${JSON.stringify(content, undefined, 2)}\n` };
}
