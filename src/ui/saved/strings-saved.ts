import { messages } from 'virtual:rubric/messages/saved';
import { chooseWords, pageLanguage, say } from '../words/page-words.ts';
import { countedPosts } from '../words/strings.ts';

/** Words of what is saved for reading without a network: apart, as they come with it and not with the first view. */
export const savedStrings = chooseWords('saved', messages);

/** "12 posts, 340 kB". */
export const savedFacts = (count: number, size: string): string =>
  count === 0 ? size : say(savedStrings.facts, { posts: countedPosts(count), size });
/** "Saving, 40%". */
export const savingPart = (part: string): string => say(savedStrings.saving, { part });
/** "Remove Posts about rust": the name of a button. */
export const removeNamed = (name: string): string => say(savedStrings.removeNamed, { name });
/** "Save The whole blog": the name of a button. */
export const saveNamed = (name: string): string => say(savedStrings.saveNamed, { name });
/** "A post: saved." */
export const savedNamed = (name: string): string => say(savedStrings.isSaved, { name });

const kilobyte = 1000;
const megabyte = 1_000_000;

/** "84 kB", "1.2 MB": a size as the language of the page writes it. */
export function formatSize(sizeBytes: number): string {
  const isLarge = sizeBytes >= megabyte;
  const value = sizeBytes / (isLarge ? megabyte : kilobyte);
  return new Intl.NumberFormat(pageLanguage(), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge && value < 10 ? 1 : 0,
  }).format(isLarge ? value : Math.max(1, value));
}

/** "40%". */
export function formatPart(part: number): string {
  return new Intl.NumberFormat(pageLanguage(), { style: 'percent' }).format(part);
}
