import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Messages } from './messages.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** All sentences by language, for the build and its threads: the browser is given those of one language at a time. */
export const allMessages: Readonly<Record<string, Messages>> = {
  en,
  ar,
  de,
  es,
  fa,
  fr,
  ja,
  ko,
  pt,
  ru,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};
