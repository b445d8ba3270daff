/** The blog's settings, put into the bundle by the plugin. */
declare module 'virtual:rubric/site' {
  import type { Site } from './content/site/site.ts';
  export const site: Site;
}

/** The blogger's own shortcode templates by name; a chunk of its own. */
declare module 'virtual:rubric/shortcodes' {
  export const shortcodes: Readonly<Record<string, string>>;
}
