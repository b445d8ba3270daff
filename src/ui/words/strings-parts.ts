import { messages } from 'virtual:rubric/messages/parts';
import { chooseWords, say } from './page-words.ts';

/** The sentences of code, tables and formulas in the language of the page: apart, as they come after the text. */
export const partStrings = chooseWords('parts', messages);

/** "Code sample, rust". */
export const codeSample = (language: string): string =>
  language === '' ? partStrings.code : say(partStrings.codeIn, { language });
