import { findPlace } from '../../content/front-matter/find-place.ts';
import { wordList } from '../../content/text/word-list.ts';
import type { Finding } from './finding.ts';
import type { PostText } from './post-text.ts';

/** Results of search engines and tabs cut a title off before that many characters. */
const longestTitle = 80;

const updatedNames = wordList(
  'updated lastmod lastmodifiedat lastmodified modified lastupdated updatedat updateddate datemodified modifiedat ' +
    'moddatetime',
);

/** Titles and dates of a post that would surprise its readers. */
export function checkHead(text: PostText): readonly Finding[] {
  return [...checkTitle(text), ...checkDates(text)];
}

function checkTitle({ meta, block, file }: PostText): readonly Finding[] {
  const length = [...meta.title].length;
  if (length <= longestTitle) return [];
  return [
    {
      rule: 'long-title',
      kind: 'title',
      severity: 'info',
      ...findPlace('title', block, file),
      message: `The title has ${length} characters; search results and tabs show the first 60 or so.`,
      remedy: 'Put the weight into its first words, or move the rest to `description`.',
    },
  ];
}

function checkDates({ meta, block, file }: PostText): readonly Finding[] {
  const { date, updated, collection } = meta;
  if (date === undefined)
    return collection === 'pages' || meta.isPage === true ? [] : [describeUndated(file)];
  const isBefore =
    updated !== undefined &&
    (updated.day < date.day ||
      (updated.day === date.day &&
        updated.instant !== undefined &&
        date.instant !== undefined &&
        updated.instant < date.instant));
  if (!isBefore) return [];
  const places = updatedNames.map((name) => findPlace(name, block, file));
  return [
    {
      rule: 'updated-before-date',
      kind: 'date',
      severity: 'warning',
      ...(places.find(({ line }) => line !== undefined) ?? { file }),
      message: `The post was updated on \`${updated.day}\`, before it was written on \`${date.day}\`.`,
      remedy: 'Correct one of the two days.',
    },
  ];
}

function describeUndated(file: string): Finding {
  return {
    rule: 'undated',
    kind: 'date',
    severity: 'info',
    file,
    message: 'The post has no date: it is last in every list, and in no feed.',
    remedy: 'Write `date` in the front matter.',
  };
}
