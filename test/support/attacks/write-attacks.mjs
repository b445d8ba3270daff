// Writes the blog of attacks: some thousand vectors in a few dozen posts, and a list of them for the test.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addressVectors } from './addresses.mjs';
import { dialectVectors, trustingShortcode } from './dialects.mjs';
import { elementVectors } from './elements.mjs';
import { handlerVectors } from './handlers.mjs';
import { clobberedNames, mutationVectors, nameVectors } from './mutations.mjs';
import { fileNames, oddSettings, settingVectors } from './settings.mjs';

/** Vectors of a category, in order, and how many of them one post holds. */
const bodies = {
  handlers: handlerVectors,
  addresses: addressVectors,
  elements: elementVectors,
  mutations: mutationVectors,
  names: nameVectors,
  dialects: dialectVectors,
};
const vectorsInPost = 30;

/** Texts of all attacks on the body of a post, and on its settings. */
export const bodyTexts = Object.values(bodies).flat();
export const settingTexts = [...settingVectors, ...oddSettings];

/**
 * Writes posts and the list `attacks.json` beside their folder. Each vector is followed by a word of its own, which must
 * be on the page: a vector that swallows the rest of its post stands in one alone.
 */
export function writeAttacks(folder) {
  let count = 0;
  const posts = [];
  const place = (category, text) => {
    const id = ++count;
    return {
      id,
      category,
      text: text.replaceAll('RUN', `canary(${id})`).replaceAll('FOREIGN', `v${id}.canary.example`),
    };
  };
  const add = (name, settings, vectors) => {
    const number = posts.length;
    const date = new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
    const body = vectors.map(({ id, text }) => `${text}\n\nmark${id}\n\n`).join('');
    const head = settings.includes('title:') ? settings : `title: Attack ${number}\n${settings}`;
    const dated = /^date:/m.test(head) ? head : `${head}\ndate: ${date}`;
    writeFileSync(
      join(folder, `${name}.md`),
      `---\n${dated}\nmath: true\n---\n\n${body}The end of ${number}.\n`,
    );
    posts.push({ number, vectors });
  };
  const rows = settingVectors.map((text) => place('settings', text));
  for (const [category, texts] of Object.entries(bodies)) {
    const vectors = texts.map((text) => place(category, text));
    for (let at = 0; at < vectors.length; at += vectorsInPost) {
      const row = rows[posts.length % rows.length];
      add(
        `attack-${posts.length}`,
        formatSettings(row.text),
        vectors.slice(at, at + vectorsInPost),
      );
    }
  }
  // Settings, names and odd values of settings, each in a post of its own.
  writeFileSync(join(folder, '..', 'shortcodes', 'attack.html'), trustingShortcode);
  for (const row of rows.slice(posts.length))
    add(`attack-${posts.length}`, formatSettings(row.text), [{ ...row, text: '' }]);
  for (const name of fileNames) {
    const { text, id } = place('file names', name);
    add(text, '', [{ id, category: 'file names', text: '' }]);
  }
  for (const settings of oddSettings) {
    const { text, id } = place('odd settings', settings);
    add(`odd-${posts.length}`, text, [{ id, category: 'odd settings', text: '' }]);
  }
  writeFileSync(
    join(dirname(folder), 'attacks.json'),
    JSON.stringify({ count, posts, names: clobberedNames }, undefined, 1),
  );
}

/** Settings that all hold `text`, in YAML. */
function formatSettings(text) {
  const value = JSON.stringify(text);
  return ['title', 'description', 'author', 'series']
    .map((name) => `${name}: ${value}`)
    .concat(`tags: [${value}, attack]`)
    .join('\n');
}
