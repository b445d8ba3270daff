import { messages } from 'virtual:rubric/messages/shortcuts';
import type { Words } from '../../content/messages/languages/messages.ts';
import { chooseWords } from './page-words.ts';

/** The sentences of the shortcuts dialog in the language of the page: apart, as they come with it. */
export const shortcutStrings = chooseWords('shortcuts', messages);

/** The keys, and the names of the sentences that say what they do. */
export const shortcutRows: readonly {
  readonly keys: readonly string[];
  readonly action: keyof Words['shortcuts'];
}[] = [
  { keys: ['/', 'Ctrl+K'], action: 'toSearch' },
  { keys: ['↓', '↑'], action: 'toResults' },
  { keys: ['Home', 'End'], action: 'toEnds' },
  { keys: ['Enter'], action: 'toOpen' },
  { keys: ['Esc'], action: 'toClear' },
  { keys: ['?'], action: 'toShortcuts' },
];
