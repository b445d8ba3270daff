// Attacks on the difference between parsers, and by names: `RUN` and `FOREIGN` as in handlers.mjs.

/** An image that runs, hidden in text of every kind. */
const image = '<img src=x onerror=RUN>';

/** Elements whose content a parser may or may not read as text. */
const rawNames = [
  'style', 'title', 'textarea', 'xmp', 'noscript', 'noembed', 'noframes', 'iframe', 'plaintext', 'template',
  'select', 'listing', 'script',
]; // prettier-ignore

/** Elements that change what a parser does with what is in them. */
const roots = [
  ['<svg>', '</svg>'],
  ['<math>', '</math>'],
  ['<math><mtext>', '</mtext></math>'],
  ['<svg><desc>', '</desc></svg>'],
  ['<table>', '</table>'],
  ['<select>', '</select>'],
];

const pairs = roots.flatMap(([open, close], index) =>
  rawNames.map((name) => {
    const inner = [
      `<${name}>${image}</${name}>`,
      `<${name}><a id="</${name}>${image}">`,
      `<${name}><!--</${name}>${image}-->`,
    ][(index + name.length) % 3];
    return `${open}${inner}${close}`;
  }),
);

const known = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=RUN&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math>${image}`,
  `<math><mtext><table><mglyph><style><math>${image}</style></math></mglyph></table></mtext></math>`,
  `<svg></p><style><a id="</style>${image}">`,
  `<svg><p><style><g title="</style>${image}">`,
  `<svg><style><!--</style><a title="-->${image}">`,
  `<noscript><p title="</noscript>${image}">`,
  `<p><svg><title><style>${image}</style></title></svg></p>`,
  `<table><tr><td><a href=x><table>${image}</table></a></td></tr></table>`,
  `<b><table><b>${image}</table></b>`,
  `<a><table><a>${image}</a></table></a>`,
  `<p><b><i><u><p>${image}</u></i></b>`,
  `<font face="x" color="&quot;>${image}">x</font>`,
  `<math><annotation-xml encoding="text/html"><p><style><!--</style>${image}--></style></p></annotation-xml></math>`,
  `<math><mi><mglyph><svg><mtext><style>${image}</style></mtext></svg></mglyph></mi></math>`,
  `<svg><desc><table><desc>${image}</desc></table></desc></svg>`,
  `<img alt="\`><img src=x onerror=RUN>">`,
  `<img title="--><img src=x onerror=RUN>">`,
  `<img title="</title><img src=x onerror=RUN>">`,
  `<img title="]]><img src=x onerror=RUN>">`,
  `<a title="</a><img src=x onerror=RUN>">x</a>`,
  `<abbr title='"><img src=x onerror=RUN>'>x</abbr>`,
  `<img alt="&lt;img src=x onerror=RUN&gt;">`,
  `<code>&lt;img src=x onerror=RUN&gt;</code>`,
  `&lt;script&gt;RUN&lt;/script&gt;`,
  `&amp;lt;script&amp;gt;RUN&amp;lt;/script&amp;gt;`,
  `&#60;script&#62;RUN&#60;/script&#62;`,
  `&#x3c;img src=x onerror=RUN&#x3e;`,
  `<pre><code><img src=x onerror=RUN></code></pre>`,
  `<p title="<p title='<img src=x onerror=RUN>'>">x</p>`,
  `<select><option><select><img src=x onerror=RUN></select></option></select>`,
  `<dl><dt><dd><dt><img src=x onerror=RUN></dl>`,
  `<li><ul><li><ol><img src=x onerror=RUN></ol></ul>`,
  `<ruby><rt><rp><rt><img src=x onerror=RUN></ruby>`,
  `<a href=x><a href=y><a href="javascript:RUN">z</a></a></a>`,
  `<b${'<b'.repeat(40)} onclick=RUN>x</b>`,
  `${'<div>'.repeat(300)}${image}${'</div>'.repeat(300)}`,
  `${'<b>'.repeat(300)}${image}`,
  `${'<svg>'.repeat(100)}${image}`,
  `${'<table><tr><td>'.repeat(80)}${image}`,
  `<b ${Array.from({ length: 300 }, (_, index) => `a${index}=1`).join(' ')} onclick=RUN>x</b>`,
];

/** Names that scripts of a page look up on `window`, `document` or a form. */
export const clobberedNames = [
  'body', 'head', 'cookie', 'title', 'location', 'domain', 'forms', 'images', 'scripts', 'links', 'all', 'documentElement',
  'activeElement', 'defaultView', 'currentScript', 'baseURI', 'readyState', 'implementation', 'adoptedStyleSheets',
  'createElement', 'createHTMLDocument', 'createTreeWalker', 'getElementById', 'querySelector', 'querySelectorAll',
  'addEventListener', 'removeEventListener', 'dispatchEvent', 'importNode', 'append', 'self', 'top', 'parent', 'history',
  'navigator', 'document', 'window', 'app', 'main', 'q', 'toc', 'rubric-data', 'search', 'theme', 'status', 'announcer',
  '_$HY', '$R', '_$DX_DELEGATE', 'trustedTypes', 'DOMPurify', 'constructor', 'prototype', '__proto__', 'toString', 'hasOwnProperty',
]; // prettier-ignore

const nameShapes = [
  (name) => `<img name="${name}" src=data:image/gif;base64,R0lGODlhAQABAAAAACw=>`,
  (name) => `<a id="${name}">x</a><a id="${name}" name="x">y</a>`,
  (name) => `<form id="${name}" name="${name}"><input name="attributes"></form>`,
  (name) => `<iframe name="${name}" id="${name}"></iframe>`,
  (name) => `<h2 id="${name}">x</h2>`,
  (name) => `## x {#${name}}`,
  (name) => `[x](#${name}){: #${name} name=${name}}`,
  (name) => `<object id="${name}" name="${name}"></object><embed name="${name}">`,
  (name) => `## ${name}`,
];

/** @type {readonly string[]} */
export const mutationVectors = [...pairs, ...known];

/** @type {readonly string[]} */
export const nameVectors = clobberedNames.map((name, index) =>
  nameShapes[index % nameShapes.length](name),
);
