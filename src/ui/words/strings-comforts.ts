import { messages } from 'virtual:rubric/messages/comforts';
import { chooseWords, say } from './page-words.ts';

/** Sentences of the comforts of reading. They come with the app's parts that need them. */
export const comfortStrings = chooseWords('comforts', messages);

/** "Enlarge: a cup": the name of a picture that opens when it is pressed; `text` may be empty. */
export const enlarge = (text: string): string =>
  text === '' ? comfortStrings.enlargePicture : say(comfortStrings.enlarge, { text });

/** "2 of 5": the place of a picture among those of the post. */
export const pictureOf = (at: number, all: number): string =>
  say(comfortStrings.pictureOf, { at, all });
