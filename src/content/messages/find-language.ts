/**
 * The one of `tags` whose sentences a text in `language` takes: its own, else that of the same script (`zh-TW` →
 * `zh-Hant`), else of the same language; `undefined` where none is. Tags may be written in any case.
 */
export function findLanguage(language: string, tags: readonly string[]): string | undefined {
  const wanted = maximize(language);
  return (
    tags.find((tag) => tag.toLowerCase() === language.toLowerCase()) ??
    tags.find((tag) => {
      const { language: code, script } = maximize(tag);
      return code === wanted.language && script === wanted.script;
    })
  );
}

/** A tag with the script that is written most; one that is no tag is a language of its own. */
function maximize(tag: string): { language: string; script: string | undefined } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    // Not a language tag: it has nothing in common with another.
    return { language: tag, script: undefined };
  }
}
