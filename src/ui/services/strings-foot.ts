import { messages } from 'virtual:rubric/messages/foot';
import { chooseWords } from '../words/page-words.ts';

/** Sentences of the foot of posts. */
export const footStrings = chooseWords('foot', messages);
