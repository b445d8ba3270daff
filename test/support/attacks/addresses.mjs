// Attacks by addresses, as texts for the body of a post: `RUN` and `FOREIGN` as in handlers.mjs.

/** Addresses that run something, or lead where no link of a post may. */
export const hostileAddresses = [
  'javascript:RUN',
  'JAVASCRIPT:RUN',
  'jAvAsCrIpT:RUN',
  ' javascript:RUN',
  '\u00a0javascript:RUN',
  'java\tscript:RUN',
  'javascript\t:RUN',
  '\u0001javascript:RUN',
  'java\u0000script:RUN',
  '&#106;avascript:RUN',
  '&#x6A;avascript:RUN',
  '&#0000106avascript:RUN',
  'javascript&colon;RUN',
  'javascript&#58;RUN',
  'java&Tab;script:RUN',
  'java&NewLine;script:RUN',
  '&#14; javascript:RUN',
  '&#xFEFF;javascript:RUN',
  '&#x200B;javascript:RUN',
  '&#x2028;javascript:RUN',
  'javascript://%0aRUN',
  'javascript://x.example/%0ARUN',
  'javascript:/*x*/RUN//',
  'javascript:%52UN;RUN',
  "javascript:'\\x3cscript\\x3eRUN\\x3c/script\\x3e'",
  'vbscript:RUN',
  'livescript:RUN',
  'mocha:RUN',
  'data:text/html,<script>RUN</script>',
  'data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  'data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">RUN</script>',
  'data:;text/html,RUN',
  'DATA:text/html,RUN',
  'feed:javascript:RUN',
  'feed:https://FOREIGN/',
  'view-source:javascript:RUN',
  'view-source:https://FOREIGN/',
  'jar:https://FOREIGN/x.jar!/x.html',
  'jar:javascript:RUN!/',
  'wyciwyg://FOREIGN/',
  'filesystem:https://FOREIGN/x',
  'blob:https://FOREIGN/1',
  'blob:javascript:RUN',
  'file:///etc/passwd',
  'about:blank',
  'about:srcdoc',
  'chrome://settings',
  'chrome-extension://x/y.html',
  'resource://x',
  'ms-settings:x',
  'search-ms:query=x',
  'intent://x#Intent;scheme=http;end',
  'android-app://x',
  'itms-services://?action=x',
  'mk:@MSITStore:x',
  'ws://FOREIGN/',
  'wss://FOREIGN/',
  'unsafe:javascript:RUN',
  'x-javascript:RUN',
  'javascript:javascript:RUN',
];

/** Places of a body where an address may stand, `URL` for it. */
const places = [
  '<a href="URL">x</a>',
  "<a href='URL' target=_top>x</a>",
  '<img src="URL">',
  '<q cite="URL">x</q>',
  '<iframe src="URL"></iframe>',
];

/** Every other attribute that some element reads an address from. */
const attributes = [
  '<form action="URL"><input type=submit></form>',
  '<form><button formaction="URL">x</button></form>',
  '<input type=image src=x formaction="URL">',
  '<object data="URL"></object>',
  '<object><param name=movie value="URL"></object>',
  '<embed src="URL">',
  '<applet codebase="URL" code=x></applet>',
  '<video src="URL"></video>',
  '<video poster="URL"></video>',
  '<audio><source src="URL"></audio>',
  '<track src="URL">',
  '<img srcset="URL 1x, URL 2x">',
  '<img longdesc="URL" lowsrc="URL" dynsrc="URL">',
  '<table background="URL"><tr><td background="URL">x</table>',
  '<body background="URL">',
  '<a ping="URL" href="#x">x</a>',
  '<area href="URL">',
  '<base href="URL">',
  '<link rel=stylesheet href="URL">',
  '<link rel=import href="URL">',
  '<link rel=prefetch href="URL">',
  '<meta http-equiv=refresh content="0;url=URL">',
  '<script src="URL"></script>',
  '<frameset><frame src="URL"></frameset>',
  '<blockquote cite="URL">x</blockquote>',
  '<del cite="URL">x</del><ins cite="URL">y</ins>',
  '<html manifest="URL">',
  '<menuitem icon="URL">',
  '<svg><a href="URL"><text y=9>x</text></a></svg>',
  '<svg><a xlink:href="URL"><text y=9>x</text></a></svg>',
  '<svg><image href="URL"></image></svg>',
  '<svg><use href="URL#x"></use></svg>',
  '<svg><use xlink:href="URL#x"></use></svg>',
  '<svg><script href="URL"></script></svg>',
  '<svg><feImage href="URL"></feImage></svg>',
  '<svg><pattern href="URL"></pattern></svg>',
  '<svg><textPath href="URL">x</textPath></svg>',
  '<svg><rect fill="url(URL)" width=9 height=9></rect></svg>',
  '<svg><rect filter="url(URL)" mask="url(URL)" clip-path="url(URL)"></rect></svg>',
  '<svg><a><animate attributeName=href values="URL"></animate><text y=9>x</text></a></svg>',
  '<svg><a><set attributeName=href to="URL"></set><text y=9>x</text></a></svg>',
  '<math href="URL"><mi>x</mi></math>',
  '<math><mi xlink:href="URL">x</mi></math>',
  '<math><maction actiontype="statusline#URL" xlink:href="URL">x</maction></math>',
  '<b style="background:url(URL)">x</b>',
  '<b style="behavior:url(URL);-moz-binding:url(URL)">x</b>',
  '<style>@import "URL";b{background:url(URL)}</style>',
  '<div style="list-style-image:url(URL)"><li style="cursor:url(URL),auto">x</div>',
  '<portal src="URL"></portal>',
  '<fencedframe src="URL"></fencedframe>',
  '<xml src="URL"></xml>',
  '<iframe srcdoc="&lt;a href=URL>x&lt;/a>&lt;script>RUN&lt;/script>"></iframe>',
];

/** Addresses of other hosts that only a removed element would ask. */
const foreign = ['https://FOREIGN/x', '//FOREIGN/x', '\\\\FOREIGN\\x', 'https:FOREIGN/x'];

/** A place whose element a post may have, with sources of other hosts allowed. */
const mayLoad = /^<(?:video|audio|img|track)/;

/** Markdown around an address, `URL` for it. */
const markdown = [
  '[x](URL)',
  '[x](<URL>)',
  '![x](URL)',
  '[x](URL "title")',
  '<URL>',
  '[![x](URL)](URL)',
];

/** Addresses with neither blanks nor brackets, which would end them in Markdown. */
const plain = hostileAddresses.filter((url) => !/[\s<>()'"\p{Cc}]/u.test(url));

/** Harmless in the first place and to be shown, or removed, without an error. */
const odd = [
  '[x](/%E0%A4%A)',
  '[x](/#%)',
  '[x](#%E0%A4%A)',
  '[x](//)',
  '[x](///)',
  '[x](http://)',
  '[x](https://[)',
  '[x](https://a b/)',
  '[x](http:/\\\\x)',
  '[x](../../../../../../etc/passwd)',
  '[x](..%2f..%2fetc%2fpasswd)',
  '[x](%2e%2e/%2e%2e/x)',
  '[x](/..//..//x)',
  '[x](/posts/..%5c..%5cx)',
  '[x](?q=%)',
  '[x](?keyword=%00)',
  '[x](/keywords/%2F/)',
  '[x](/archive/99999999999/)',
  '[x](/page/0/)',
  '[x](/posts/__proto__/)',
  '[x](/constructor/)',
  '[x](/post.json)',
  '![x](../../../site.toml)',
  '![x](%2e%2e%2f%2e%2e%2fsite.toml)',
  '![x](..\\..\\site.toml)',
  '![x](/%E0%A4%A.png)',
  '![x](%)',
  '![x](?)',
  '![x](#)',
  '[x](@/../../etc.md)',
  '[x]({{ site.url }}/%)',
];

/** @type {readonly string[]} */
export const addressVectors = [
  ...hostileAddresses.map((url, index) => fill(places[index % places.length], url)),
  ...attributes.flatMap((place, index) =>
    mayLoad.test(place) || /cite=|ping=.*href/.test(place)
      ? [fill(place, 'javascript:RUN')]
      : [fill(place, 'javascript:RUN'), fill(place, foreign[index % foreign.length])],
  ),
  ...plain.map((url, index) => fill(markdown[index % markdown.length], url)),
  ...plain.slice(0, 12).map((url, index) => `[x${index}][r${index}]\n\n[r${index}]: ${url}`),
  ...odd,
];

/** `place` with `url` in it; a quote would end the attribute, which is another attack. */
function fill(place, url) {
  return place.replaceAll('URL', url.replaceAll('"', '&quot;').replaceAll('$', '$$$$'));
}
