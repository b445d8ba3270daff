import { describe, expect, test } from 'vitest';
import { findPlace } from '../../../../src/content/front-matter/find-place.ts';
import { readFrontMatter } from '../../../../src/content/front-matter/read-front-matter.ts';

describe('readFrontMatter', () => {
  test.each([
    [
      'TOML',
      '+++\n__proto__ = { x = 1 }\n[constructor.prototype]\nx = 1\n["__proto__"]\ny = 1\n+++\n',
    ],
    ['TOML of dotted keys', '+++\n__proto__.x = 1\nconstructor.prototype.x = 1\n+++\n'],
    ['YAML', '---\n__proto__:\n  x: 1\nconstructor:\n  prototype: { x: 1 }\n---\n'],
    ['YAML with anchors', '---\na: &a { x: 1 }\n__proto__: *a\n<<: { __proto__: *a }\n---\n'],
    ['JSON', '{"__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}}\n\nBody'],
    ['header lines', '__proto__: x\nconstructor: y\nx: z\n\nBody'],
    ['damaged YAML', '---\n__proto__: { x: 1 }\na: [b\nconstructor: { x: 1 }\n---\n'],
  ])('reaches no prototype by %s', async (_, source) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { values } = await readFrontMatter(source, 'posts/x.md');
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'x')).toBeUndefined();
    expect([Object.prototype, null]).toContain(Object.getPrototypeOf(values));
    expect(Object.hasOwn(values, 'x') ? undefined : Reflect.get(values, 'x')).toBeUndefined();
  });

  test.each([
    [
      'TOML',
      '+++\nTitle = "x"\n+++\nBody',
      { kind: 'toml', values: { title: 'x' }, body: 'Body', bodyLine: 4 },
    ],
    [
      'YAML',
      '---\nTitle: x\n---\nBody',
      { kind: 'yaml', values: { title: 'x' }, body: 'Body', bodyLine: 4 },
    ],
    ['YAML with a table', '---\na:\n  B: 1\n---\n', { kind: 'yaml', values: { a: { b: 1 } } }],
    ['JSON', '{"Title": "x"}\n\nBody', { kind: 'json', values: { title: 'x' }, body: '\n\nBody' }],
    [
      'header lines',
      'Title: x\nTags: a, b\n\nBody',
      { kind: 'headers', values: { title: 'x', tags: 'a, b' } },
    ],
    ['none', 'Body', { kind: 'none', values: {}, body: 'Body' }],
    ['an empty one', '---\n---\nBody', { kind: 'yaml', values: {}, body: 'Body' }],
  ])('reads %s', async (_, source, expected) => {
    const frontMatter = await readFrontMatter(source, 'posts/x.md');
    expect(frontMatter).toMatchObject(expected);
    expect(frontMatter.problems).toEqual([]);
  });

  test.each([
    ['TOML', '+++\ntitle = "\\u0000x"\n+++\n'],
    ['YAML', '---\ntitle: "\\x00x"\n---\n'],
    ['JSON', '{\n"title": "\\u0000x"}\n'],
    ['plain TOML', '+++\ntitle = "\u009fx"\n+++\n'],
  ])('leaves out a control character of %s and names the setting', async (_, source) => {
    const { values, problems } = await readFrontMatter(source, 'posts/x.md');
    expect(values['title']).toBe('x');
    expect(problems).toMatchObject([
      {
        kind: 'front-matter',
        file: 'posts/x.md',
        line: 2,
        subject: 'title',
        message: '`title` holds control characters; they were left out.',
      },
    ]);
  });

  test('gives a problem the place in the file', async () => {
    const { problems } = await readFrontMatter(
      '\n---\ntags: [a]\ntitle: a: b\n---\n',
      'posts/x.md',
    );
    expect(problems).toEqual([
      {
        kind: 'front-matter',
        severity: 'warning',
        file: 'posts/x.md',
        line: 4,
        column: 8,
        message: '`title: a: b` is not valid YAML; it was read as text.',
        remedy: expect.stringMatching(/quotes/),
        frame: 'title: a: b\n       ^',
      },
    ]);
  });

  test('reports an unclosed fence', async () => {
    const { values, body, problems } = await readFrontMatter(
      '+++\ntitle = "x"\n\nBody\n',
      'posts/x.md',
    );
    expect(values).toEqual({ title: 'x' });
    expect(body).toBe('\nBody\n');
    expect(problems).toMatchObject([
      { line: 2, message: /not closed/, remedy: /Write `\+\+\+` below/ },
    ]);
  });

  test('reads TOML between the fences of YAML', async () => {
    const { values, problems } = await readFrontMatter(
      '---\n# c\ntitle = "x"\nn = 1\n---\n',
      'posts/x.md',
    );
    expect(values).toEqual({ title: 'x', n: 1 });
    expect(problems).toMatchObject([{ message: /is TOML/, remedy: /Write `\+\+\+`/ }]);
  });

  test.each([
    ['a comma too many', '{\n  "title": "x",\n}\nBody'],
    ['single quotes', "{ \"n\": 1, 'title': 'x' }\nBody"],
    ['a missing comma', '{\n  "n": 1\n  "title": "x"\n}\nBody'],
    ['no closing brace', '{\n  "title": "x"\n\nBody'],
  ])('reads JSON with %s', async (_, source) => {
    const { values, body, problems } = await readFrontMatter(source, 'posts/x.md');
    expect(values['title']).toBe('x');
    expect(body.trim()).toBe('Body');
    expect(problems.some((problem) => problem.message.includes('not valid JSON'))).toBe(true);
  });

  test.each([
    ['no blank after the colon', '---\ntitle: x\ndraft:true\n---\n', 3],
    ['the sign of TOML', '---\ntitle: x\ndraft = true\n---\n', 3],
    ['no value', '+++\ntitle = "x"\ndraft =\n+++\n', 3],
    ['a fence that is not closed above words', '+++\ntitle = "x"\nwords\ndraft = true\n\nBody', 4],
    ['a first line that is no setting', '---\ntitle:My post\ndraft: true\n---\nBody', 3],
    ['a fence of four', '----\ntitle: x\ndraft: true\n----\nBody', 3],
  ])('does not lose `draft` to %s, and names its line', async (_, source, line) => {
    const { values, problems } = await readFrontMatter(source, 'posts/x.md');
    expect(values['draft']).toBe('true');
    const message = '`draft: true` is not in a sound front matter; it counts all the same.';
    expect(problems.filter((problem) => problem.message === message)).toEqual([
      {
        kind: 'front-matter',
        severity: 'warning',
        file: 'posts/x.md',
        line,
        column: 1,
        message,
        remedy: expect.stringContaining('Mend'),
        frame: expect.stringMatching(/^draft.*\n\^$/),
      },
    ]);
  });

  test.each([
    ['what a sound front matter says', '---\nsummary: |\n  One\n  draft: true\n---\n'],
    ['what is read beside a fault', '---\ntitle: a: b\ndraft: false\nn: |\n  draft: true\n---\n'],
    ['a table beside a fault', '---\ntitle: a: b\ndevto:\n  draft: true\n---\n'],
    ['a long text beside a fault', '+++\ntitle = a: b\nx = """\ndraft = true\n"""\n+++\n'],
    ['a table of loose JSON', '{\n  "n": 1\n  "devto": {\n    "draft": true\n  },\n}\n'],
    ['a title', '---\ntitle: Hugo front matter: "draft: true"\n---\n'],
    ['a remark beside a fault', '---\ntitle: a: b\n# "draft": true\n---\n'],
    ['a post without front matter', 'A story.\ndraft: true\n\nMore.\n'],
    ['the text', 'A story.\n\ndraft: true\n'],
  ])('does not look for a lost `draft` in %s', async (_, source) => {
    const { values } = await readFrontMatter(source, 'posts/x.md');
    expect(values['draft'] ?? false).toBe(false);
  });

  test('reports what is nested too deeply', async () => {
    const deep = '{"a":'.repeat(20) + '1' + '}'.repeat(20);
    const { problems } = await readFrontMatter(deep, 'posts/x.md');
    expect(problems).toMatchObject([{ kind: 'limit', message: /too deeply/ }]);
  });

  test.each([
    [
      'YAML',
      '---\ntitle: x\nDate : soon\n---\n',
      'date',
      { line: 3, column: 8, frame: 'Date : soon\n       ^' },
    ],
    ['TOML', '+++\ndate = "soon"\n+++\n', 'date', { line: 2, column: 8 }],
    ['JSON', '{"date": "soon"}\n', 'date', { line: 1, column: 10 }],
    [
      'another spelling',
      '---\nlast_modified_at: x\n---\n',
      'lastmodifiedat',
      { line: 2, column: 19 },
    ],
    ['a missing key', '---\na: 1\n---\n', 'date', { file: 'posts/x.md' }],
  ])('finds the place of a setting in %s', async (_, source, key, place) => {
    const { block } = await readFrontMatter(source, 'posts/x.md');
    expect(findPlace(key, block, 'posts/x.md')).toMatchObject(place);
  });
});
