import type { Site } from '../../content/site/site.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** Name of the manifest; pages with one of the blogger's own name that. */
export const manifestFile = 'manifest.webmanifest';

/** Longest name below the icon of an installed blog. */
const shortLength = 12;

/** Icons that a blog may have, by file name. A picture of no known size is not offered. */
const iconsByName = {
  'favicon.svg': { type: 'image/svg+xml', sizes: 'any' },
  'apple-touch-icon.png': { type: 'image/png', sizes: '180x180' },
} as const;

/**
 * The manifest by which browsers install the blog.
 *
 * @param base path the blog lives under, with `/` at both ends
 * @param icons names of the icons at the root
 */
export function writeManifest(
  site: Site,
  base: string,
  icons: { has(name: string): boolean },
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
    icons: Object.entries(iconsByName)
      .filter(([name]) => icons.has(name))
      .map(([name, icon]) => ({ src: start + name, ...icon })),
  };
  return { fileName: manifestFile, content: `${JSON.stringify(content, undefined, 2)}\n` };
}
