/** What a thread of comments on GitHub is found by. */
export const mappings = ['pathname', 'url', 'title', 'og:title'] as const;

/** See {@link mappings}; `pathname` is the address of the post, `og:title` its title alone. */
export type Mapping = (typeof mappings)[number];

/** Discussions on GitHub, in the frame of giscus. */
export interface Giscus {
  readonly service: 'giscus';
  /** Address without `/` at the end. */
  readonly url: string;
  /** `owner/name` on GitHub. */
  readonly repo: string;
  readonly repoId: string;
  readonly category: string;
  readonly categoryId: string;
  readonly mapping: Mapping;
}

/** Issues on GitHub, in the frame of utterances. */
export interface Utterances {
  readonly service: 'utterances';
  /** Address without `/` at the end. */
  readonly url: string;
  /** `owner/name` on GitHub. */
  readonly repo: string;
  /** Of new issues; `undefined`: none. */
  readonly label: string | undefined;
  readonly mapping: Mapping;
}

/** Comments under posts. */
export type CommentService = Giscus | Utterances;

/** A counter of views, asked by its plain HTTP interface. */
export interface CounterService {
  readonly service: 'plausible' | 'goatcounter' | 'umami';
  /** Address without `/` at the end. */
  readonly url: string;
  /** The name that the counter knows the blog by: empty where its address tells. */
  readonly site: string;
}
