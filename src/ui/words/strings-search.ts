import { messages } from 'virtual:rubric/messages/search';
import { chooseWords, say } from './page-words.ts';

/** The sentences of search results in the language of the page: apart, as they come with them. */
export const searchStrings = chooseWords('search', messages);

/** "Show 20 more". */
export const showMore = (count: number): string => say(searchStrings.more, { count });
