// A folder of plain posts, for what needs more than a page of them, and a few that are broken on purpose.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whole posts written by {@link writeManyPosts}. */
export const manyCount = 3000;

const common = ['river', 'stone', 'lantern', 'harbour', 'meadow', 'winter', 'orchard', 'signal'];
const kinds = ['red', 'amber', 'green', 'blue', 'grey', 'white', 'dark', 'pale', 'wild', 'late'];
/** Rarer ones by falling count: more than the overview of a blog holds, so that some are in no file but their own. */
const rare = common.flatMap((name) => kinds.map((kind) => `${kind} ${name}`));

/** Keywords of post `n`: a fixed pattern, so that every combination has a known count. */
export function keywordsOf(n) {
  return [
    ...common.filter((_name, index) => n % (index + 2) === 0),
    ...rare.filter((_name, index) => (n * 7 + index) % (index * 3 + 31) === 3),
  ];
}

/** Writes the posts into `folder`. */
export function writeManyPosts(folder) {
  for (let n = 1; n <= manyCount; n++) write(folder, `note-${n}.md`, formatPost(n));
  for (const [name, source] of Object.entries({ ...broken, ...forSearch, ...withMedia }))
    write(folder, name, source);
}

function write(folder, name, source) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

function formatPost(n) {
  const month = String((n % 12) + 1).padStart(2, '0');
  const day = String((n % 28) + 1).padStart(2, '0');
  return `+++
title = "Note ${n}"
date = ${2020 + (n % 5)}-${month}-${day}
[taxonomies]
keywords = ${JSON.stringify(keywordsOf(n))}
+++

The text of note ${n}, which is short.

The end of note ${n}.
`;
}

const secretPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>Secret</title></svg>\n';

/** Files that must show with what can be saved, by name. */
const broken = {
  'broken-toml.md': '+++\ntitle = "Broken TOML\ndate = 2019-05-05\n+++\n\nStill here, TOML.\n',
  'broken-yaml.md':
    '---\ntitle: Broken: YAML\ndate: 2019-05-06\ntags: [a, b\n---\n\nStill here, YAML.\n',
  'bad-date.md':
    '---\ntitle: Month thirteen\ndate: 2019-13-04\n---\n\nStill here, month thirteen.\n',
  'no-title.md': '---\ndate: 2019-05-07\n---\n\n# Heading instead of a title\n\nStill here.\n',
  'no-front-matter.md': 'Only text, no front matter at all.\n',
  'latin1.md': Buffer.from(
    '---\ntitle: Caf\xe9\ndate: 2019-05-08\n---\n\nUn caf\xe9, s\xefl vous pla\xeet.\n',
    'latin1',
  ),
  'hostile.md':
    '---\ntitle: Hostile <img src=x onerror="window.hacked=1">\ndate: 2019-05-09\n---\n\n' +
    '<script>window.hacked = 1</script><img src="x" onerror="window.hacked=1">' +
    '<a href="javascript:window.hacked=1">link</a>\n\nStill here, harmless.\n',
  'draft.md':
    '---\ntitle: Secret draft\ndate: 2019-05-10\ndraft: true\n---\n\nNobody reads this.\n',
  'bundle-draft/index.md': '---\ntitle: Secret bundle\ndraft: true\n---\n\n![x](secret.svg)\n',
  'bundle-draft/secret.svg': secretPicture,
  'drafts/one.md': '---\ntitle: Secret one\ndraft: true\n---\n\nNobody reads one.\n',
  'drafts/images/secret.svg': secretPicture,
  '_drafts/two.md': '---\ntitle: Secret two\n---\n\nNobody reads two.\n',
  '_drafts/images/secret.svg': secretPicture,
  'section/_index.md': '---\ntitle: Secret section\ndraft: true\n---\n',
  'section/three/index.md': '---\ntitle: Secret three\n---\n\nNobody reads three.\n',
  'section/three/secret.svg': secretPicture,
  'empty-body.md': '---\ntitle: Empty body\ndate: 2019-05-11\n---\n',
};

/** Pictures and films as authors write them, sizes left out or in percent. The film's file is made by no one. */
const withMedia = {
  'media/index.md': `---
title: Pictures and films
date: 2019-05-12
---

Some words.

<img src="tall.svg" width="50%">

<img src="tall.svg" width="100%" height="40">

<img src="tall.svg">

<img src="https://pictures.example/wide.svg" width="25%">

<img src="https://pictures.example/wide.svg" width="200">

![](https://pictures.example/wide.svg)

<video src="film.webm" controls muted></video>

<video src="film.webm" width="100%" height="50" muted></video>

<video src="film.webm" width="320" muted></video>

<audio src="film.webm" controls></audio>

The words below.
`,
  'media/tall.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900"><rect width="300" height="900"/></svg>\n',
};

/** Posts with sections, for searches: `quince` stands in two of them, `secateurs` in one section. */
const forSearch = {
  'quince.md': `---
title: Pruning the quince
date: 2018-03-01
tags: [orchard, stone]
---

The old tree by the wall needs care each spring.

## When to begin

${'Wait until the frost is over and the buds begin to swell. '.repeat(60)}

## Tools that help

Take sharp secateurs and clean them after every branch.
`,
  'jam.md': `---
title: Jam for the winter
date: 2018-10-01
tags: [orchard]
---

One ripe quince gives a jar of it.
`,
};
