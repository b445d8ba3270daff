const rightToLeft = /^(?:ar|arc|ckb|dv|fa|he|ks|ku-arab|ps|sd|syr|ug|ur|yi)\b/i;

/** The direction of a language's writing; `undefined` when there is no language to go by. */
export function readDirection(language: string | undefined): 'rtl' | 'ltr' | undefined {
  if (language === undefined) return undefined;
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}
