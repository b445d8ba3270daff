/** The frames of giscus and utterances: their addresses, what they tell, and what they are told. */
import type { CommentService, Mapping } from '../../content/settings/services.ts';

/** The post that comments are on, and who reads it. */
export interface CommentPlace {
  /** Whole address of the post, without query and fragment. */
  readonly url: string;
  /** Title of the page, with the blog's. */
  readonly pageTitle: string;
  readonly title: string;
  readonly summary: string;
  /** BCP 47. */
  readonly language: string;
  readonly theme: FrameTheme;
  /** Empty where the reader has not signed in. */
  readonly session: string;
}

/** The theme that the reader has chosen; `undefined` follows their system. */
export type FrameTheme = 'light' | 'dark' | undefined;

/** What a frame tells of itself. */
export type FrameNews =
  | { readonly kind: 'height'; readonly heightPx: number }
  /** The session is no longer good. */
  | { readonly kind: 'signed-out' };

/** Languages of giscus other than English, as it spells them. */
const languages = new Set(
  (
    'ar be bg ca cs da de eo es eu fa fr gr gsw hbs he hu id it ja ka kh ko nl pl pt ro ru th tr uk uz vi ' +
    'zh-CN zh-HK zh-TW'
  ).split(' '),
);

/** A longer one makes an address that servers refuse. */
const longestSummary = 300;

/** The address of the frame that shows the comments on a post. */
export function formatFrameUrl(comments: CommentService, place: CommentPlace): string {
  const { url, title, session, theme } = place;
  const description = place.summary.slice(0, longestSummary);
  if (comments.service === 'utterances') {
    const query = new URLSearchParams({
      repo: comments.repo,
      'issue-term': comments.mapping,
      ...(comments.label === undefined ? {} : { label: comments.label }),
      theme: utterancesThemes[theme ?? 'system'],
      url,
      origin: new URL(url).origin,
      pathname: findTerm('pathname', place),
      title: place.pageTitle,
      description,
      'og:title': title,
      session,
    });
    return `${comments.url}/utterances.html?${query}`;
  }
  const query = new URLSearchParams({
    origin: url,
    session,
    repo: comments.repo,
    repoId: comments.repoId,
    category: comments.category,
    categoryId: comments.categoryId,
    term: findTerm(comments.mapping, place),
    description,
    backLink: url,
    theme: giscusThemes[theme ?? 'system'],
    reactionsEnabled: '1',
    emitMetadata: '0',
    inputPosition: 'bottom',
    strict: '0',
  });
  return `${comments.url}${findLanguage(place.language)}/widget?${query}`;
}

const giscusThemes = { light: 'light', dark: 'dark', system: 'preferred_color_scheme' } as const;

const utterancesThemes = {
  light: 'github-light',
  dark: 'github-dark',
  system: 'preferred-color-scheme',
} as const;

/** The page where the comments can be read without the frame. */
export function formatThreadsUrl({ service, repo }: CommentService): string {
  return `https://github.com/${repo}/${service === 'giscus' ? 'discussions' : 'issues'}`;
}

/** What a thread is found by, as both services spell it: a blog that moves in keeps its threads. */
function findTerm(mapping: Mapping, { url, title, pageTitle }: CommentPlace): string {
  const { pathname } = new URL(url);
  switch (mapping) {
    case 'pathname':
      return pathname.length < 2 ? 'index' : pathname.slice(1).replace(/\.\w+$/, '');
    case 'url':
      return url;
    case 'title':
      return pageTitle;
    case 'og:title':
      return title;
    default:
      return mapping satisfies never;
  }
}

function findLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const chinese = script === 'Hans' ? 'zh-CN' : region === 'HK' ? 'zh-HK' : 'zh-TW';
  const name = language === 'zh' ? chinese : language;
  return languages.has(name) ? `/${name}` : '';
}

/** Taller than any thread: a frame must not make the page endless. */
const mostHeightPx = 100_000;

/** What `data`, a message of a frame whose origin has been checked, tells; `undefined` for nothing of use. */
export function readFrameNews(data: unknown): FrameNews | undefined {
  const message = readField(data, 'giscus') ?? data;
  const error = readField(message, 'error');
  const isBad =
    typeof error === 'string' &&
    /Bad credentials|Invalid state value|State has expired/.test(error);
  if (isBad || readField(message, 'signOut') === true) return { kind: 'signed-out' };
  const isResize = readField(message, 'type') === 'resize';
  const height = readField(message, isResize ? 'height' : 'resizeHeight');
  if (typeof height !== 'number' || !(height > 0)) return undefined;
  return { kind: 'height', heightPx: Math.min(Math.ceil(height), mostHeightPx) };
}

/** The message that has a frame show `theme`. */
export function formatThemeMessage(comments: CommentService, theme: FrameTheme): object {
  const name = theme ?? 'system';
  return comments.service === 'giscus'
    ? { giscus: { setConfig: { theme: giscusThemes[name] } } }
    : { type: 'set-theme', theme: utterancesThemes[name] };
}

function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
