import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../../src/content/html/entity-names.ts';

describe('decodeEntities with all names', () => {
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
