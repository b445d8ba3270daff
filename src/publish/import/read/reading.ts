import type { Site } from '../../../content/site/site.ts';

/** Something to tell the blogger about the import. */
export interface ImportNote {
  /** `different`: readers or the blogger will see another thing than before. `hand`: a person has to do something. */
  readonly kind: 'different' | 'hand';
  /** Path within the project. */
  readonly file: string;
  readonly line?: number | undefined;
  readonly message: string;
}

/** A template of a shortcode or an include. */
export interface TemplateSource {
  /** Name that posts call it by. */
  readonly name: string;
  /** Path within the project. */
  readonly path: string;
  readonly language: 'hugo' | 'tera' | 'liquid';
}

/** Files that are published at the root, or below a folder of it. */
export interface StaticSource {
  /** Path of a file or a folder within the project; empty for the project itself. */
  readonly from: string;
  /** Path it is published under; empty for the root. */
  readonly to: string;
}

/** Everything that reading a project gave. */
export interface Reading {
  /** Settings of the blog; folders are paths within the project, empty for the project itself. */
  readonly settings: Partial<Site>;
  readonly notes: readonly ImportNote[];
  readonly templates: readonly TemplateSource[];
  readonly statics: readonly StaticSource[];
}

/** Kinds of projects that can be read. */
export type ProjectKind = 'zola' | 'hugo' | 'jekyll' | 'astro' | 'eleventy' | 'vault';
