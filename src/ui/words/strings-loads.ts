import { messages } from 'virtual:rubric/messages/loads';
import { chooseWords } from './page-words.ts';

/** Sentences about content of other sites, which few blogs have wait. */
export const loadStrings = chooseWords('loads', messages);
