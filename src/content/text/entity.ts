import { findControl } from './control-characters.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Names of U+00A0 to U+00FF, in order. */
const latinNames =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

/** Names of U+0391 to U+03C9, in order; a blank one where there is none. */
const greekNames =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho  Sigma Tau Upsilon Phi ' +
  'Chi Psi Omega        alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho ' +
  'sigmaf sigma tau upsilon phi chi psi omega';

/** The other names of HTML 4 and common ones of HTML 5, each after its character. */
const otherNames =
  '"quot &amp <lt >gt \'apos ŒOElig œoelig ŠScaron šscaron ŸYuml ƒfnof ˆcirc ˜tilde ϑthetasym ϒupsih ϖpiv –ndash ' +
  '—mdash ‘lsquo ’rsquo ‚sbquo “ldquo ”rdquo „bdquo †dagger ‡Dagger •bull …hellip ‰permil ′prime ″Prime ‹lsaquo ' +
  '›rsaquo ‾oline ⁄frasl €euro ℑimage ℘weierp ℜreal ™trade ℵalefsym ←larr ↑uarr →rarr ↓darr ↔harr ↵crarr ⇐lArr ' +
  '⇑uArr ⇒rArr ⇓dArr ⇔hArr ∀forall ∂part ∃exist ∅empty ∇nabla ∈isin ∉notin ∋ni ∏prod ∑sum −minus ∗lowast √radic ' +
  '∝prop ∞infin ∠ang ∧and ∨or ∩cap ∪cup ∫int ∴there4 ∼sim ≅cong ≈asymp ≠ne ≡equiv ≤le ≥ge ⊂sub ⊃sup ⊄nsub ⊆sube ' +
  '⊇supe ⊕oplus ⊗otimes ⊥perp ⋅sdot ⌈lceil ⌉rceil ⌊lfloor ⌋rfloor ◊loz ♠spades ♣clubs ♥hearts ♦diams ' +
  '!excl #num $dollar %percnt (lpar )rpar *ast +plus ,comma .period /sol :colon ;semi =equals ?quest @commat [lbrack ' +
  '[lsqb \\bsol ]rbrack ]rsqb _lowbar `grave {lbrace {lcub |vert |verbar }rbrace }rcub ✓check ✗cross ★starf ☆star';

const entities: Readonly<Record<string, string>> = {
  ...nameRange(latinNames, 0xa0),
  ...nameRange(greekNames, 0x391),
  ...Object.fromEntries(
    otherNames.split(' ').map((entry): [string, string] => [entry.slice(1), entry.charAt(0)]),
  ),
  // Only tells where a word may be parted: no text needs it.
  shy: '',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  Tab: '\t',
  NewLine: '\n',
};

function nameRange(names: string, first: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names
      .split(' ')
      .map((name, index): [string, string] => [name, String.fromCodePoint(first + index)]),
  );
}

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi;

/** `text` with numeric and the common named character references decoded; others stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined)
      return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (!isCharacter) return whole;
    // As HTML has it: these numbers mean Windows-1252.
    const isWindows = code >= 0x80 && code <= 0x9f;
    const sign = isWindows ? decodeWindows1252(Uint8Array.of(code)) : String.fromCodePoint(code);
    return findControl(sign) === -1 ? sign : whole;
  });
}

const byNumber = /&#(?!0*(?:9|1[03])\b|x0*[9ad]\b)(?:x[\da-f]+|\d+);?/gi;

/** `html` without references to control characters and to what is no character, such as `&#1;`. Linear. */
export function dropEmptyReferences(html: string): string {
  return html.replace(byNumber, (whole) =>
    decodeEntities(`${whole};`).startsWith('&#') ? '' : whole,
  );
}
