/** The blog's settings, put into the bundle by the plugin. */
declare module 'virtual:rubric/site' {
  import type { Site } from './content/site/site.ts';
  export const site: Site;
}

/** The blogger's own shortcode templates by name; a chunk of its own. */
declare module 'virtual:rubric/shortcodes' {
  export const shortcodes: Readonly<Record<string, string>>;
}

/** GitHub's names of emoji, made from the data of the gemoji package; a chunk of its own. */
declare module 'virtual:rubric/emoji' {
  /** `character name name|…` */
  export const emojiNames: string;
}

/** The languages that code is coloured in, made from `content/code/language-table.ts`; a chunk for each grammar. */
declare module 'virtual:rubric/languages' {
  /** A grammar of highlight.js; opaque here. */
  export type Grammar = (hljs: never) => object;

  /** The grammar of a language, and the names by which it is asked for. */
  export interface LanguageSource {
    readonly load: () => Promise<{ readonly default: Grammar }>;
    /** Other names, space-separated, in lower case. */
    readonly aliases?: string;
    /** Languages whose code may stand inside, to be loaded too. */
    readonly needs?: readonly string[];
  }

  /** The languages by their name in highlight.js. */
  export const languageSources: Readonly<Record<string, LanguageSource>>;
}

/** Text::Unidecode for JavaScript, which comes without types. */
declare module 'unidecode' {
  /** `text` in ASCII; signs without a spelling become `substitute`. */
  export default function unidecode(text: string, substitute?: string): string;
}
