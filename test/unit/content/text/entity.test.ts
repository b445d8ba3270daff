import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { decodeEntities, dropEmptyReferences } from '../../../../src/content/text/entity.ts';

describe('decodeEntities', () => {
  test.each([
    ['named', '&ldquo;a &amp; b&rdquo;', '“a & b”'],
    ['decimal', 'a &#8211; b', 'a – b'],
    ['with capitals and digits', '&Uuml;ber &eacute;t&eacute; &frac12; &AElig;', 'Über été ½ Æ'],
    ['Greek', '&Alpha;&Omega; &alpha;&sigmaf;&sigma;&omega;', 'ΑΩ αςσω'],
    ['hexadecimal', '&#x1F389;', '🎉'],
    ['unknown', '&foo; &constructor;', '&foo; &constructor;'],
    ['not a character', '&#0; &#xd800; &#x110000;', '&#0; &#xd800; &#x110000;'],
    ['a control character', '&#127;&#x81;', '&#127;&#x81;'],
    ['a number of Windows-1252', '&#147;a&#x94;', '“a”'],
    ['none', 'R&D', 'R&D'],
  ])('decodes or keeps %s', (_, text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });

  test('agrees with the HTML parser on every name it knows', () => {
    const { document } = new JSDOM('').window;
    const element = document.createElement('p');
    const wrong = html4Names.filter((name) => {
      element.innerHTML = `&${name};`;
      return decodeEntities(`&${name};`) !== element.textContent.replace('\u00ad', '');
    });
    expect(wrong).toEqual([]);
  });
});

/** Names of HTML 4, and signs of HTML 5. */
const html4Names = (
  'quot amp lt gt apos nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg ' +
  'macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ' +
  'OElig oelig Scaron scaron Yuml fnof circ tilde Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota ' +
  'Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta ' +
  'epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi ' +
  'psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo ' +
  'rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline frasl euro image weierp ' +
  'real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty ' +
  'nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong ' +
  'asymp ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor loz ' +
  'spades clubs hearts diams Tab NewLine excl num dollar percnt lpar rpar ast plus comma period sol ' +
  'colon semi equals quest commat lbrack lsqb bsol rbrack rsqb lowbar grave lbrace lcub vert verbar ' +
  'rbrace rcub check cross starf star'
).split(' ');

describe('dropEmptyReferences', () => {
  test.each([
    ['in decimal', 'a&#1;b', 'ab'],
    ['in hexadecimal', 'a&#x1B;b', 'ab'],
    ['with zeros', '&#00000;&#x000007;', ''],
    ['without an end', '&#1 a', ' a'],
    ['that Windows-1252 does not know', '&#129;&#x9D;', ''],
    ['DEL', '&#127;', ''],
    ['of half a character', '&#xD800;', ''],
    ['beyond all characters', '&#x110000;', ''],
  ])('takes away one %s', (_, html, clean) => {
    expect(dropEmptyReferences(html)).toBe(clean);
  });

  test.each([
    ['tabs and ends of lines', '&#9;&#10;&#xD;'],
    ['an ampersand', '&#38;#1;'],
    ['one without an end before a letter', '&#8217d'],
    ['letters', '&#65;&#x41;&#1234;&#x1F4A9;'],
    ['those of Windows-1252', '&#150;&#x80;'],
    ['what is no reference', '&amp;#1; &# &#x; #1;'],
  ])('keeps %s', (_, html) => {
    expect(dropEmptyReferences(html)).toBe(html);
  });
});
