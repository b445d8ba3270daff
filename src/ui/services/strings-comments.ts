import { messages } from 'virtual:rubric/messages/comments';
import { chooseWords, say } from '../words/page-words.ts';

/** Sentences of comments, which few blogs have. */
export const commentStrings = chooseWords('comments', messages);

/** "Comments are on giscus.app." */
export const commentsFrom = (host: string): string => say(commentStrings.from, { host });
