/** Words of the shortcuts dialog: apart, as they come with it and not with the first view. */
export const shortcutStrings = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  key: 'Key',
  action: 'Action',
  singleKeys: 'Single-key shortcuts',
} as const;

/** The keys and what they do. */
export const shortcutRows: readonly {
  readonly keys: readonly string[];
  readonly action: string;
}[] = [
  { keys: ['/', 'Ctrl+K'], action: 'Search' },
  { keys: ['↓', '↑'], action: 'From the field to the results, and from one to the next' },
  { keys: ['Home', 'End'], action: 'First and last result' },
  { keys: ['Enter'], action: 'Open the result' },
  { keys: ['Esc'], action: 'Clear the search, or leave it' },
  { keys: ['?'], action: 'These shortcuts' },
];
