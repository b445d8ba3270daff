import { sentenceLanguage } from './page-words.ts';

const formats = new Map<string, Intl.ListFormat>();

/** "rust", "rust and parser", "rust, parser and wasm", as the language of the page joins them. Plain `en` is British. */
export function listNames(names: readonly string[]): string {
  const language = sentenceLanguage();
  const format =
    formats.get(language) ?? new Intl.ListFormat(language === 'en' ? 'en-GB' : language);
  formats.set(language, format);
  return format.format(names);
}
