/** Sentences of the draft desk. In a file of its own, as no reader's page has them. */
export const deskStrings = {
  title: 'Draft desk',
  intro:
    'See a Markdown file as this blog would publish it, and what is wrong with it. Choose one, or drop a file or a folder here.',
  privacy: 'Nothing leaves this device, and nothing is loaded from other places for it.',
  needsScript: 'This page needs its script.',
  file: 'Choose a file',
  folder: 'Choose a folder',
  draft: 'File',
  readAgain: 'Read again',
  read: 'Read again.',
  follows: 'Follows the file as you save it.',
  isStill: 'Shows the file as it was chosen. After you save it, choose it again.',
  noDrafts: 'There is no Markdown file in it.',
  noDraftsHint: 'Choose another folder: files that end in .md, .mdx or .markdown are shown.',
  unreadable: 'This file can no longer be read',
  unreadableHint: 'It was changed, moved or renamed since it was chosen. Choose it again.',
  failed: 'The draft desk did not load.',
  hidden: 'A build leaves this post out',
  lacksFolder: 'Choose the folder to see the pictures and links beside the file.',
  facts: 'As it would be published',
  address: 'Address',
  date: 'Date',
  updated: 'Updated',
  author: 'Author',
  language: 'Language',
  keywords: 'Keywords',
  description: 'Description',
  aliases: 'Old addresses',
  noDate: 'None: the post is listed under Undated.',
  problems: 'Problems by line',
  noKeywords: 'None: the post is found by search alone.',
} as const;

/** "No problems", "1 problem", "3 problems". */
export const countedProblems = (count: number): string =>
  count === 0 ? 'No problems' : `${count} ${count === 1 ? 'problem' : 'problems'}`;

/** "Line 12", "Line 12, column 3". */
export const lineOf = (line: number, column: number | undefined): string =>
  `Line ${line}${column === undefined ? '' : `, column ${column}`}`;

/** "Read “Title”: 3 problems.": spoken when a draft is shown. */
export const saidDraft = (title: string, count: number): string =>
  `“${title}”: ${countedProblems(count)}.`;
