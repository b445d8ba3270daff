import { stringify as formatYaml } from 'yaml';

import type { Dialect } from './survey-posts.ts';

/** A post that is about to be written. */
export interface NewPost {
  readonly title: string;
  /** `2026-11-30` */
  readonly day: string;
  readonly keywords: readonly string[];
  readonly isDraft: boolean;
}

/**
 * The text of an empty post.
 *
 * @param keywordSetting where keywords stand, with `.` between names: `taxonomies.keywords`
 */
export function formatPost(post: NewPost, dialect: Dialect, keywordSetting: string): string {
  switch (dialect) {
    case 'toml':
      return `+++\n${formatToml(post, keywordSetting)}+++\n\n`;
    case 'yaml':
      return `---\n${formatYaml(listSettings(post, keywordSetting))}---\n\n`;
    case 'json':
      return `${JSON.stringify(listSettings(post, keywordSetting), undefined, 2)}\n\n`;
    default:
      return dialect satisfies never;
  }
}

function listSettings(post: NewPost, keywordSetting: string): Readonly<Record<string, unknown>> {
  const [outer = '', inner] = keywordSetting.split('.');
  return {
    title: post.title,
    date: post.day,
    ...(post.isDraft && { draft: true }),
    [outer]: inner === undefined ? post.keywords : { [inner]: post.keywords },
  };
}

/** Strings of JSON are strings of TOML; a day of TOML has no quotes. */
function formatToml({ title, day, keywords, isDraft }: NewPost, keywordSetting: string): string {
  const [outer = '', inner] = keywordSetting.split('.');
  const list = `[${keywords.map((keyword) => JSON.stringify(keyword)).join(', ')}]`;
  const lines = [
    `title = ${JSON.stringify(title)}`,
    `date = ${day}`,
    ...(isDraft ? ['draft = true'] : []),
    ...(inner === undefined ? [`${outer} = ${list}`] : [`[${outer}]`, `${inner} = ${list}`]),
  ];
  return `${lines.join('\n')}\n`;
}
