/** Sentences of the comforts of reading. They come with the app's parts that need them. */
export const comfortStrings = {
  linkCopied: 'Link to this section copied',
  close: 'Close',
  previousPicture: 'Previous picture',
  nextPicture: 'Next picture',
  picture: 'Picture',
} as const;

/** "Enlarge: a cup": the name of a picture that opens when it is pressed; `text` may be empty. */
export const enlarge = (text: string): string =>
  text === '' ? 'Enlarge the picture' : `Enlarge: ${text}`;

/** "2 of 5": the place of a picture among those of the post. */
export const pictureOf = (at: number, count: number): string => `${at} of ${count}`;
