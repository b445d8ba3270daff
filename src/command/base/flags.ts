import type { HeaderHost } from '../../publish/output/host-headers.ts';

/** What `rubric init` may be told. */
export interface InitFlags {
  readonly title: string;
  readonly package?: boolean;
  readonly from?: string;
}

/** What `rubric new` may be told. */
export interface NewPostFlags {
  readonly bundle?: boolean;
  readonly draft?: boolean;
  /** With commas between them. */
  readonly keywords?: string;
  /** Below the folder of posts. */
  readonly in?: string;
  readonly edit?: boolean;
}

/** What `rubric build` may be told. */
export interface BuildFlags {
  readonly base?: string;
  /** Relative to the blog's folder. */
  readonly outDir: string;
  readonly headers?: HeaderHost;
}

/** What `rubric dev` and `rubric preview` may be told. */
export interface ServerFlags {
  readonly port?: number;
  /** An address to listen on, or all of them. */
  readonly host?: string | true;
  readonly open?: boolean;
  readonly base?: string;
}

/** What `rubric doctor` may be told. */
export interface DoctorFlags {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly json?: boolean;
  readonly all?: boolean;
  readonly strict?: boolean;
  readonly external?: boolean;
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly base?: string;
}

/** What `rubric import` may be told. */
export interface ImportFlags {
  readonly into: string;
  readonly copy?: boolean;
  readonly dryRun?: boolean;
  readonly all?: boolean;
}
