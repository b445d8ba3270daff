/** The blog's settings, put into the bundle by the plugin. */
declare module 'virtual:rubric/site' {
  import type { Site } from './content/site/site.ts';
  export const site: Site;
}

/** The blogger's own style sheet, in a layer after all of ours. */
declare module 'virtual:rubric/styles.css' {}

/** The blogger's own shortcode templates by name; a chunk of its own. */
declare module 'virtual:rubric/shortcodes' {
  export const shortcodes: Readonly<Record<string, string>>;
}

/** Sentences of the foot of posts in the blog's language. */
declare module 'virtual:rubric/messages/foot' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['foot'];
}

/** Sentences of comments in the blog's language. */
declare module 'virtual:rubric/messages/comments' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['comments'];
}

/** Sentences of the app in the blog's language; other modules have those of its later parts. */
declare module 'virtual:rubric/messages/app' {
  import type { Words } from './content/messages/languages/messages.ts';
  /** The blog's own. */
  export const blogLanguage: string;
  /** The language of the sentences: the blog's, or English where that has none. */
  export const language: string;
  export const messages: Words['app'];
}

/** Sentences of search results in the blog's language. */
declare module 'virtual:rubric/messages/search' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['search'];
}

/** Sentences of code, tables and formulas in the blog's language. */
declare module 'virtual:rubric/messages/parts' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['parts'];
}

/** Sentences of a post that is shown as its source, in the blog's language. */
declare module 'virtual:rubric/messages/source' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['source'];
}

/** Sentences about content of other sites in the blog's language. */
declare module 'virtual:rubric/messages/loads' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['loads'];
}

/** Sentences of the dialog of shortcuts in the blog's language. */
declare module 'virtual:rubric/messages/shortcuts' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['shortcuts'];
}

/** Sentences of the comforts of reading in the blog's language. */
declare module 'virtual:rubric/messages/comforts' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['comforts'];
}

/** Sentences about what is saved, in the blog's language. */
declare module 'virtual:rubric/messages/saved' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['saved'];
}

/** Sentences of a page whose script is late, in the blog's language. */
declare module 'virtual:rubric/messages/late' {
  import type { Words } from './content/messages/languages/messages.ts';
  /** The language of the sentences. */
  export const language: string;
  export const messages: Words['late'];
}

/** Sentences of the draft desk in the blog's language. */
declare module 'virtual:rubric/messages/desk' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const messages: Words['desk'];
}

/** Sentences that sanitizing puts into a body, in the blog's language. */
declare module 'virtual:rubric/messages/policy' {
  import type { Words } from './content/messages/languages/messages.ts';
  export const language: string;
  export const messages: Words['policy'];
}

/** Sentences that rendering puts into a body, in the blog's language. */
declare module 'virtual:rubric/messages/body' {
  import type { BodyMessages } from './content/messages/create-body-words.ts';
  export const language: string;
  export const messages: BodyMessages;
}

/** Sentences in every language that has them, a chunk each. */
declare module 'virtual:rubric/messages' {
  import type { Words } from './content/messages/languages/messages.ts';
  export interface LoadedMessages {
    readonly language: string;
    readonly messages: Words;
  }
  /** By their tags. */
  export const languages: Readonly<Record<string, () => Promise<LoadedMessages>>>;
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
