import { mapSrcset, parseSrcset } from './srcset.ts';
import { wordList } from '../text/word-list.ts';

/**
 * The HTML that a post may hold, as data and as small pure functions on attribute values. Both
 * sanitizers configure DOMPurify from here and run the same hooks (`html-policy-hooks.ts`), so that the prerendered
 * and the run-time body are the same; `finish/finish-html.ts` uses the same functions to name what
 * goes, with its line. Over 250 lines because the lists are long; the functions are few.
 */

/** HTML elements that stay. Everything else loses its tag and keeps its text. `h1` is the page's. */
const htmlTags = wordList(
  'a abbr address article audio b bdi bdo big blockquote br',
  'caption center cite code col colgroup dd del details dfn div',
  'dl dt em figcaption figure footer h2 h3 h4 h5 h6 header',
  'hr i iframe img input ins kbd li mark nav ol p picture',
  'pre q rp rt ruby s samp section small source span strike',
  'strong sub summary sup table tbody td tfoot th thead time',
  'tr track tt u ul var video wbr',
);

/** Static SVG: no scripts, links, animation, embedded images or reused parts (`use` can multiply without bound). */
const svgTags = wordList(
  'circle clippath defs desc ellipse g line lineargradient marker',
  'mask path pattern polygon polyline radialgradient rect stop svg',
  'switch symbol text textpath tspan',
);

/** MathML Core and the few presentation elements older posts carry. */
const mathTags = wordList(
  'math menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn',
  'mo mover mpadded mphantom mprescripts mroot mrow ms mspace',
  'msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder',
  'munderover none',
);

/** Every element that may stay, in lower case. */
export const allowedTags: readonly string[] = [...htmlTags, ...svgTags, ...mathTags];

/** Elements that go together with what is in them: their content is no text for a reader. */
export const droppedWithContent: readonly string[] = wordList(
  'annotation annotation-xml applet datalist embed frame frameset head',
  'foreignobject iframe noembed noframes noscript object param plaintext',
  'script select selectedcontent style template textarea title xmp',
);

const htmlAttributes = wordList(
  'abbr align allow allowfullscreen alt aria-describedby aria-hidden',
  'aria-label aria-labelledby checked cite class colspan controls datetime',
  'decoding default dir disabled download fetchpriority headers height',
  'href hreflang id kind label lang loading loop media muted open',
  'playsinline poster referrerpolicy rel reversed role rowspan sandbox',
  'scope sizes span src srclang srcset start title translate type',
  'valign value width',
);

/** What our own renderer and the shortcodes mark with; nothing in the app reads other `data-` names from a post. */
const dataAttributes = wordList(
  'data-kind data-language data-line data-marked data-numbered data-prompt',
  'data-shortcode data-start',
);

const svgAttributes = wordList(
  'clip-path clip-rule clippathunits cx cy d direction dominant-baseline',
  'dx dy fill fill-opacity fill-rule font-family font-size font-style',
  'font-weight fx fy gradienttransform gradientunits letter-spacing',
  'lengthadjust marker-end marker-mid marker-start markerheight markerunits',
  'markerwidth mask maskunits offset opacity orient paint-order',
  'patterncontentunits patterntransform patternunits points preserveaspectratio r',
  'refx refy rotate rx ry shape-rendering spreadmethod stop-color',
  'stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap',
  'stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor',
  'text-decoration textlength transform vector-effect viewbox word-spacing x',
  'x1 x2 xmlns y y1 y2',
);

const mathAttributes = wordList(
  'accent accentunder close columnalign columnlines columnspacing columnspan',
  'depth display displaystyle fence form frame intent arg largeop',
  'linethickness lquote lspace mathbackground mathcolor mathsize mathvariant',
  'maxsize minsize movablelimits notation rowalign rowlines rowspacing',
  'rquote rspace scriptlevel separator separators stretchy symmetric',
  'voffset',
);

/** Every attribute that may stay on some element, in lower case. */
export const allowedAttributes: readonly string[] = [
  ...new Set([...htmlAttributes, ...dataAttributes, ...svgAttributes, ...mathAttributes]),
];

/** Attributes whose value is an address; all other values are text and no address check applies to them. */
export const urlAttributes: readonly string[] = ['cite', 'href', 'poster', 'src', 'srcset'];

/**
 * Schemes a link may have, without the colon. Addresses without a scheme are always fine. None that carries an address of
 * another scheme (`feed:`, `view-source:`, `jar:`): what is behind it would pass unchecked.
 */
export const linkSchemes: readonly string[] = wordList(
  'http https mailto tel sms xmpp matrix irc ircs ftp ftps',
  'geo magnet webcal gemini gopher news nntp sip sips',
);

/** Pictures that may be written into the address itself. None of these runs anything inside `img`. */
const dataImage = /^data:image\/(?:png|gif|jpe?g|webp|avif|svg\+xml|bmp|x-icon)[;,]/i;

/** Classes a post may use: those our renderer makes, and the neutral ones that `prose.css` styles. */
export const allowedClasses: readonly string[] = wordList(
  'align-center align-left align-right anchor center code contents',
  'dialogue embed float-left float-right fn-ref footnotes full-width left',
  'lead line math-block math-error math-inline missing note note-title pull-quote right scroll',
  'shortcode small task task-list twitter-tweet unsized upstrike downstrike sout wide',
);

/** Families of classes that are allowed by how they begin: code tokens, Temml's marks, and shares of the column. */
const allowedClassPrefixes = ['tok-', 'tml-', 'w-'] as const;

/** Roles that describe text. Landmarks, widgets and live regions are the page's own. */
const allowedRoles: readonly string[] = wordList(
  'doc-noteref doc-backlink figure img list listitem math none note',
  'presentation region separator table text',
);

/** The settings that decide what a body loads from other sites. Those of a `Site` are among its own. */
export interface LoadSettings {
  /** Address of the blog: it is never in a frame. */
  readonly url: string | undefined;
  /** Hosts of frames beside those that every blog may have; `*.example.org` is every host below one. */
  readonly frameHosts: readonly string[];
  /** `ask`: pictures, sound, films and frames of other sites wait for the reader's yes. */
  readonly remote: 'load' | 'ask';
}

/** The settings of a blog that has none. */
export const noLoadSettings: LoadSettings = { url: undefined, frameHosts: [], remote: 'load' };

/** Stands for the blog's own host while an address is checked; no real host can have this name. */
const noHost = 'blog.invalid';

/** Ids that the page itself uses: a post's id of that name gets {@link idPrefix}. */
const reservedIds: ReadonlySet<string> = new Set(
  wordList(
    'app main q q-hint announcer alert status toc toc-h root',
    'rubric-data chips chips-h search theme related related-h mentioned series',
    'adjacent top find-keyword constructor prototype hasownproperty tostring valueof',
  ),
);

/** Put before an id of a post that could be taken for something else. */
export const idPrefix = 'post-';

/**
 * The id a post's element gets for the wanted `id`: itself, or with {@link idPrefix} when the page, or a name that
 * scripts look up on `window`, could be shadowed by it. A fragment `#id` is found at the same place:
 * `document.getElementById(safeId(fragment))`. Idempotent.
 */
export function safeId(id: string): string {
  if (id.startsWith(idPrefix)) return id;
  const isTaken = reservedIds.has(id.toLowerCase()) || /^_|[$]|^[a-z]+[A-Z]/.test(id);
  return isTaken ? idPrefix + id : id;
}

/** The scheme of `url` in lower case, as a browser would read it: controls and spaces do not hide it. */
export function schemeOf(url: string): string | undefined {
  // Browsers drop tabs and line breaks anywhere and other controls at the start.
  const plain = url.replace(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g,
    '',
  );
  return /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
}

/** A host with a space or another character no host can have: browsers do not agree whether that parses. */
const badHost = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}[^\\/?#]*[\s<>^|%"`{}]/i;

/**
 * Allows `url` as the address of a link: a scheme of {@link linkSchemes} or none, and it parses.
 *
 * The path and the hash must decode too, because the router decodes them unguarded.
 */
export function isSafeLink(url: string): boolean {
  const scheme = schemeOf(url);
  if (scheme !== undefined && !linkSchemes.includes(scheme)) return false;
  if (badHost.test(url.trim())) return false;
  try {
    const parsed = new URL(url, `https://${noHost}/`);
    decodeURIComponent(parsed.hash);
    if (parsed.host === noHost) decodeURIComponent(parsed.pathname);
    return true;
  } catch {
    // Not an address a browser can follow: the caller takes it away and says so.
    return false;
  }
}

/** Allows `url` as the source of a picture, sound or film: over http, from the blog itself, or a data image. */
export function isSafeSource(url: string): boolean {
  const scheme = schemeOf(url);
  if (scheme === undefined) return isSafeLink(url);
  if (scheme === 'data') return dataImage.test(url.trimStart());
  return (scheme === 'http' || scheme === 'https') && isSafeLink(url);
}

/** `url` as the page's policy lets it be loaded: pages over HTTPS ask for pictures by it whatever is written. */
function overHttps(url: string): string {
  return url.replace(/^\s*http:(?=\/\/)/i, 'https:');
}

/** Tells a `url` that leads to another site, so that its link gets `rel="noopener"`. */
export function isExternal(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === 'http' || scheme === 'https' || /^\s*[\\/]{2}/.test(url);
}

/** Host of an absolute web address, for the link that stands in place of an embed; `undefined` for any other address. */
export function hostOf(src: string): string | undefined {
  const url = parseUrl(src);
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return undefined;
  return url.host === noHost ? undefined : url.host;
}

/** `src` as a browser reads it on a page of the blog; `undefined` when it does not parse. */
export function parseUrl(src: string): URL | undefined {
  try {
    return new URL(src, `https://${noHost}/`);
  } catch {
    // The caller treats what does not parse as not listed.
    return undefined;
  }
}

/**
 * The value `name` may have on `<tag>` (both in lower case): as given, put right, or `undefined` when the attribute
 * must go. Decides by value only; whether the attribute exists at all is {@link allowedAttributes}, and where a frame leads
 * is `findEmbed`'s to say.
 */
export function checkAttribute(tag: string, name: string, value: string): string | undefined {
  switch (name) {
    case 'class':
      return keepTokens(value, isAllowedClass);
    case 'id':
      return value.trim() === '' ? undefined : safeId(value.trim());
    case 'headers':
    case 'aria-labelledby':
    case 'aria-describedby':
      return value.split(/\s+/).filter(Boolean).map(safeId).join(' ');
    case 'role':
      return allowedRoles.includes(value.trim().toLowerCase()) ? value : undefined;
    case 'href':
      return tag === 'a' && isSafeLink(value) ? value : undefined;
    case 'cite':
      return isSafeLink(value) ? value : undefined;
    case 'src':
    case 'poster':
      return keepIf(isSafeSource(value), overHttps(value));
    case 'srcset':
      return keepIf(
        parseSrcset(value).every(({ url }) => isSafeSource(url)),
        /http:/i.test(value) ? mapSrcset(value, overHttps) : value,
      );
    case 'width':
    case 'height':
      return keepIf(/^\s*[\d.]+(?:%|px|em|ex|rem|pt)?\s*$/.test(value), value);
    case 'xmlns':
      return keepIf(
        /^http:\/\/www\.w3\.org\/(?:2000\/svg|1998\/Math\/MathML|1999\/xhtml)$/.test(value),
        value,
      );
    case 'title':
    case 'alt':
    case 'aria-label':
      return value;
    default:
      // Presentation attributes may point at a part of the same picture, never outside.
      return keepIf(
        !/url\s*\(/i.test(value.replace(/url\(\s*['"]?#[\w-]+['"]?\s*\)/gi, '')),
        value,
      );
  }
}

function keepIf(isKept: boolean, value: string): string | undefined {
  return isKept ? value : undefined;
}

function keepTokens(value: string, isKept: (token: string) => boolean): string | undefined {
  const kept = value.split(/\s+/).filter((token) => token !== '' && isKept(token));
  return kept.length === 0 ? undefined : kept.join(' ');
}

function isAllowedClass(name: string): boolean {
  return (
    allowedClasses.includes(name) || allowedClassPrefixes.some((prefix) => name.startsWith(prefix))
  );
}
