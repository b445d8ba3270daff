import { messages } from 'virtual:rubric/messages/source';
import { chooseWords } from './page-words.ts';

/** The sentences of a post that is shown as its source, in the language of the page: apart, as few posts are. */
export const sourceStrings = chooseWords('source', messages);
