import * as fc from 'fast-check';
import { languageSources } from 'virtual:rubric/languages';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { decodeEntities } from '../../../../src/content/html/entity.ts';
import {
  createHighlighter,
  findLanguage,
  highlightCode,
  maxHighlightLength,
  openHighlighter,
  wrapLines,
} from '../../../../src/content/code/highlight.ts';
import { seeded, textOf } from '../random-text.ts';

describe('findLanguage', () => {
  test.each([
    ['rs', 'rust'],
    ['JS', 'javascript'],
    ['tsx', 'typescript'],
    ['c++', 'cpp'],
    ['C#', 'csharp'],
    ['sh', 'bash'],
    ['console', 'shell'],
    ['html', 'xml'],
    ['toml', 'ini'],
    ['yml', 'yaml'],
    ['Dockerfile', 'dockerfile'],
    [' Python ', 'python'],
  ])('knows %s', (written, name) => {
    expect(findLanguage(written)).toBe(name);
  });

  test('does not know what is none', () => {
    expect(findLanguage('')).toBeUndefined();
    expect(findLanguage('constructor')).toBeUndefined();
  });

  test('knows at least sixty languages, each alias for one', () => {
    const sources = Object.entries(languageSources);
    expect(sources.length).toBeGreaterThanOrEqual(60);
    const names = sources.flatMap(([name, { aliases = '' }]) => [
      name,
      ...aliases.split(' ').filter(Boolean),
    ]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toBe(name.toLowerCase());
  });
});

describe('createHighlighter', () => {
  test('loads every language there is', async () => {
    const { highlight } = await createHighlighter(Object.keys(languageSources));
    for (const name of Object.keys(languageSources)) {
      expect(highlight('a < "b" // c', name)).not.toContain('hljs');
      expect(highlight('a < "b" // c', name)).not.toContain('style=');
    }
  });

  describe('while another post loads its languages', () => {
    afterEach(() => {
      vi.restoreAllMocks();
    });

    test('waits for those within a language', async () => {
      vi.resetModules();
      const fresh = await import('../../../../src/content/code/highlight.ts');
      const { bash, diff } = (await import('virtual:rubric/languages')).languageSources;
      if (bash === undefined || diff === undefined) throw new Error('Languages are missing.');
      const grammar = await bash.load();
      const arrival = new EventTarget();
      vi.spyOn(bash, 'load').mockImplementation(
        () =>
          new Promise((resolve) => {
            arrival.addEventListener('arrive', () => resolve(grammar));
          }),
      );
      const first = fresh.createHighlighter(['console']);
      const html = fresh
        .createHighlighter(['console'])
        .then(({ highlight }) => highlight('$ cd dist', 'console'));
      // What takes as long as `console` alone.
      await fresh.createHighlighter(['diff']);
      arrival.dispatchEvent(new Event('arrive'));
      expect(await html).toContain('<span class="tok-func">cd</span>');
      await first;
    });

    test('asks again for a language that did not come', async () => {
      vi.resetModules();
      const fresh = await import('../../../../src/content/code/highlight.ts');
      const { bash } = (await import('virtual:rubric/languages')).languageSources;
      if (bash === undefined) throw new Error('A language is missing.');
      vi.spyOn(bash, 'load').mockRejectedValueOnce(new Error('interrupted'));
      await expect(fresh.createHighlighter(['bash'])).rejects.toThrow('interrupted');
      const { highlight } = await fresh.createHighlighter(['bash']);
      expect(highlight('cd dist', 'bash')).toContain('<span class="tok-func">cd</span>');
    });
  });

  test('leaves unknown, unloaded and overlong code plain', async () => {
    const { highlight } = await createHighlighter(['js']);
    expect(highlight('let a = "<"', 'nope')).toBe('let a = &quot;&lt;&quot;');
    const long = 'let a;\n'.repeat(maxHighlightLength / 7 + 1);
    expect(highlight(long, 'js')).toBe(long);
    const minified = 'let a;'.repeat(500);
    expect(highlight(minified, 'js')).toBe(minified);
  });
});

describe('openHighlighter', () => {
  const grammar = { getLanguage: () => ({}) };

  test.each([
    [
      'throws',
      () => {
        throw new Error('no such mode');
      },
    ],
    ['gives up', () => ({ value: 'a &lt;', errorRaised: new Error('no such mode') })],
  ])('leaves code plain on which the package %s, and says so', (_what, highlight) => {
    const faults: string[] = [];
    const highlighter = openHighlighter({ ...grammar, highlight }, (language, reason) =>
      faults.push(`${language}: ${reason}`),
    );
    expect(highlighter.highlight('a < b', 'rs')).toBe('a &lt; b');
    expect(faults).toEqual(['rust: no such mode']);
  });
});

/** Marks that grammars look for. */
const marks =
  'if end { } ( ) [ ] < > </ <!-- /* */ // # """ \' ` ${ #{ <% %> {{ }} @ : ; = == \\ | $ % 1 0x 1e9 class def fn \n \t --- <<EOF EOF';

describe('highlight', () => {
  test('keeps any text in any language, and fails on none', async () => {
    const faults: string[] = [];
    const names = Object.keys(languageSources);
    const { highlight } = await createHighlighter(names, (language) => faults.push(language));
    fc.assert(
      fc.property(
        textOf(marks.split(' '), 50, ' '),
        fc.constantFrom(...names),
        (code, language) => {
          const text = highlight(code, language).replaceAll(/<[^>]*>/g, '');
          expect(decodeEntities(text)).toBe(code);
        },
      ),
      seeded,
    );
    expect(faults).toEqual([]);
  });
});

describe('highlightCode', () => {
  test.each([
    [
      'js',
      'const a = 1; // b',
      '<span class="tok-keyword">const</span> a = <span class="tok-number">1</span>; <span class="tok-comment">// b</span>',
    ],
    [
      'rust',
      '#[inline]\nfn a() -> T {}',
      '<span class="tok-attr">#[inline]</span>\n<span class="tok-keyword">fn</span> <span class="tok-func">a</span>()',
    ],
    [
      'css',
      'a { color: red }',
      '<span class="tok-keyword">a</span> { <span class="tok-attr">color</span>: red }',
    ],
    [
      'html',
      '<a href="b">',
      '&lt;<span class="tok-keyword">a</span> <span class="tok-attr">href</span>=<span class="tok-string">&quot;b&quot;</span>&gt;',
    ],
    [
      'json',
      '{"a": true}',
      '{<span class="tok-attr">&quot;a&quot;</span>: <span class="tok-number">true</span>}',
    ],
  ])('colours %s', async (language, code, html) => {
    const result = await highlightCode(code, language);
    expect(result).toContain(html);
  });

  test('colours a language inside another', async () => {
    expect(await highlightCode('<script>let a</script>', 'html')).toContain(
      '<span class="tok-keyword">let</span>',
    );
  });

  test('keeps the code as it is', async () => {
    const code = '/* <b> & "c" */\nlet a = `x ${"y"} z`;\n';
    const text = (await highlightCode(code, 'js')).replaceAll(/<[^>]*>/g, '');
    expect(
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    ).toBe(code);
  });
});

describe('wrapLines', () => {
  test('closes and opens spans that run over a line break', () => {
    const html = '<span class="tok-comment">a\nb</span>\nc';
    expect(wrapLines(html, { start: 1, marked: new Set([2]) })).toBe(
      '<span class="line" data-line="1"><span class="tok-comment">a</span>\n</span>' +
        '<span class="line" data-line="2" data-marked><span class="tok-comment">b</span>\n</span>' +
        '<span class="line" data-line="3">c\n</span>',
    );
  });

  test('keeps blank lines and drops only the last break', () => {
    expect(wrapLines('a\n\n', { start: 9, marked: new Set() })).toBe(
      '<span class="line" data-line="9">a\n</span><span class="line" data-line="10">\n</span>',
    );
  });
});
