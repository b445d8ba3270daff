import { describe, expect, test } from 'vitest';

import { renderText } from '../../support/render-text.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Macros that double and double again. */
const macros = `$$\n\\def\\a{xx}${[...'bcdefg'].map((name, index) => `\\def\\${name}{${`\\${'abcdef'[index] ?? ''}`.repeat(8)}}`).join('')}\\g\n$$`;

describe('renderBody', () => {
  test.each([
    ['quotes in quotes', `${'> '.repeat(40)}a`, /more than 24 deep/, 'Nest less.'],
    ['lists in lists', lines(40, (depth) => `${' '.repeat(2 * depth)}- a`), /more than 24 deep/, 'Nest less.'],
    ['cells of a table', `|${'a|'.repeat(300)}\n|${'-|'.repeat(300)}\n${'x\n'.repeat(100)}`, /more than 20000 cells/, 'Split it.'],
    ['headings', '# a\n'.repeat(501), /more than 500 headings/, 'Split it into several posts.'],
    ['attributes', `<p ${'title="a" '.repeat(65)}>a</p>`, /more than 64 attributes/, 'Make it simpler.'],
    ['levels of HTML', `${'<div>'.repeat(201)}a`, /more than 200 levels/, 'Make it simpler.'],
    ['tags', '<b></b>'.repeat(21_000), /more than 20000 tags/, 'Make it simpler.'],
    ['rounds of a loop', '{% for a in (1..5000) %}x{% endfor %}', /ends after 1000 rounds/, 'Write what the tag should give into the post.'],
    ['rounds of a loop over words', '{% assign a = "x" %}{% for b in (1..1001) %}{{ a }}{% endfor %}', /ends after 1000 rounds/, 'Write what the tag should give into the post.'],
    ['loops in loops', '{% for a in (1..1000) %}{% for b in (1..1000) %}x{% endfor %}{% endfor %}', /more than ten times its length/, 'Let loops and templates repeat less.'],
    ['pieces', 'a\\*'.repeat(35_000), /more than 60000 blocks, marks and stretches/, 'Split it into several posts.'],
    ['pieces, all of them blocks', lines(61_000, (index) => `[a${index}]: /b`), /more than 60000 blocks, marks and stretches/, 'Split it into several posts.'],
    ['tags of shortcodes', '{% assign a = 1 %}'.repeat(30_000), /tags of this post are more than 20000/, 'Let loops and templates repeat less.'],
    ['formulas', `$$\n\\text{${'a'.repeat(15_000)}}\n$$\n\n`.repeat(7), /more than 100000 characters of formulas/, 'Split it into several posts.'],
    ['code to colour', `\`\`\`js\n${'aaaa\n'.repeat(20_000)}\`\`\`\n\n`.repeat(3), /more than 240000 characters of code/, undefined],
    ['code in one block', `\`\`\`js\n${'aaaa\n'.repeat(25_000)}\`\`\`\n\n`, /more than 120000 characters/, undefined],
    ['braces of a formula', `$$\n${'{'.repeat(5000)}x${'}'.repeat(5000)}\n$$`, /nested too deeply/, 'Correct it, or write `\\$` for a dollar sign.'],
    ['macros of a formula', macros, /Too many expansions/, 'Correct it, or write `\\$` for a dollar sign.'],
  ])('keeps within its bound of %s, and says so once, with the remedy', async (_, body, message, remedy) => {
    const { html, problems } = await renderText(body, { math: true });
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]?.file).toBe('posts/a.md');
    expect(problems[0]?.remedy).toBe(remedy);
    expect(html.length).toBeLessThan(60 * body.length + 25_000);
  }); // prettier-ignore

  test('counts the cells of all tables together', async () => {
    const table = `|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'x\n'.repeat(190)}\n`;
    const { html, problems } = await renderText(table.repeat(6));
    const messages = problems.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(/more than 60000 blocks/));
    expect(html.match(/<table/g)).toHaveLength(2);
  });

  test('makes no more rounds than a loop that it cuts, nor a report of one that ends by itself', async () => {
    const { html, problems } = await renderText('{% for a in (1..1000) %}x{% endfor %}');
    expect(html).toContain('x'.repeat(1000));
    expect(problems).toEqual([]);
    expect((await renderText('{% for a in (1..1001) %}x{% endfor %}')).html).toContain(
      `>${'x'.repeat(1000)}<`,
    );
  });

  test.each([
    ['brackets', '['.repeat(50_000)],
    ['backticks', lines(300, (count) => '`'.repeat(count))],
    ['stars', '*a **b '.repeat(7000)],
    ['references', `${lines(2000, (index) => `[a${index}]: /b`)}\n\n${'[x][a1] '.repeat(2000)}`],
    ['notes that name notes', `[^0]\n\n${lines(1000, (index) => `[^${index}]: b[^${Math.min(999, index + 1)}]\n`)}`],
    ['code', `\`\`\`js\n${'let a = 1;\n'.repeat(20_000)}\`\`\``],
    ['lines of a quote', '> a\n'.repeat(10_000)],
  ])('reads any number of %s, in HTML of like length', async (_, body) => {
    const { html } = await renderText(body, { math: true });
    expect(html.length).toBeGreaterThan(0);
    expect(html.length).toBeLessThan(20 * body.length);
  }); // prettier-ignore
});
