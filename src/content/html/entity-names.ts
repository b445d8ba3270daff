/**
 * Names of characters in HTML: those of HTML 4 and common ones of HTML 5. Loading this file lets `decodeEntities` know them;
 * in a browser only texts that have one load it.
 */
import { addEntities } from './entity.ts';

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

addEntities({
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
});

function nameRange(names: string, first: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names
      .split(' ')
      .map((name, index): [string, string] => [name, String.fromCodePoint(first + index)]),
  );
}

export { decodeEntities } from './entity.ts';
