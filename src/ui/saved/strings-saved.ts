import { countedPosts } from '../words/strings.ts';

/** Words of what is saved for reading without a network: apart, as they come with it and not with the first view. */
export const savedStrings = {
  title: 'Read offline',
  close: 'Close',
  about: 'What you save stays on this device and reads without a network. It follows the blog.',
  open: 'Read offline',
  saveHere: 'Save for offline',
  isSavedHere: 'Saved on this device',
  thisPost: 'This post',
  wholeBlog: 'The whole blog',
  saved: 'Saved on this device',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  removeAll: 'Remove all',
  measuring: 'Looking at its size…',
  isGone: 'The blog has nothing of it any more.',
  full: 'There is no room for it on this device.',
  refused: 'This browser does not let it be saved.',
  offline: 'This takes a network.',
  failed: 'It could not be saved.',
  mark: 'saved on this device',
  readInstead: 'Posts that are saved',
} as const;

/** "Posts about rust". */
export const savedAbout = (name: string): string => `Posts about ${name}`;
/** "12 posts, 340 kB". */
export const savedFacts = (count: number, size: string): string =>
  count === 0 ? size : `${countedPosts(count)}, ${size}`;
/** "Saving “A post”: 40%". */
export const savingPart = (part: string): string => `Saving, ${part}`;
/** "Remove Posts about rust": the name of a button. */
export const removeNamed = (name: string): string => `Remove ${name}`;
/** "Save The whole blog": the name of a button. */
export const saveNamed = (name: string): string => `Save ${name}`;
/** "A post is saved." */
export const savedNamed = (name: string): string => `${name}: saved.`;

const kilobyte = 1000;
const megabyte = 1_000_000;

/** "84 kB", "1.2 MB": a size as it is written in English. */
export function formatSize(sizeBytes: number): string {
  const isLarge = sizeBytes >= megabyte;
  const value = sizeBytes / (isLarge ? megabyte : kilobyte);
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge && value < 10 ? 1 : 0,
  }).format(isLarge ? value : Math.max(1, value));
}

/** "40%". */
export function formatPart(part: number): string {
  return new Intl.NumberFormat('en', { style: 'percent' }).format(part);
}
