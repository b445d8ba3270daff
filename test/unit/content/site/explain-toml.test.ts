import { describe, expect, test } from 'vitest';

import { explainTomlFault } from '../../../../src/content/site/explain-toml.ts';
import { parseSite } from '../../../../src/content/site/site.ts';

describe('explainTomlFault', () => {
  test.each([
    ['a quote left out', 'title = "Desk', 'The text that begins with " has no closing quote.', 9],
    ['a single one', "title = 'Desk", "The text that begins with ' has no closing quote.", 9],
    ['one in a list', 'a = ["b", "c]', 'The text that begins with " has no closing quote.', 11],
    ['a quote that is written', String.raw`a = "b\"`, 'has no closing quote.', 5],
    ['YAML', 'title: "Desk"', '`title:` is how YAML writes a setting; this file is TOML.', 6],
    ['quotes in a comment', 'a = b # "c', 'The settings are not valid TOML: x.', undefined],
    ['texts of several lines', 'a = """b', 'The settings are not valid TOML: x.', undefined],
  ])('explains %s', (_what, line, message, column) => {
    const fault = explainTomlFault('x', line);
    expect(fault.message).toContain(message);
    expect(fault.column).toBe(column);
  });

  test('tells settings without quotes to have some', () => {
    expect(explainTomlFault('invalid value', 'title = Desk').remedy).toContain('between quotes');
  });
});

describe('parseSite', () => {
  test('names the line, and points to the quote', () => {
    expect(() => parseSite('language = "en"\ntitle = "Desk\n', 'site.toml')).toThrow(
      'site.toml:2:9  The text that begins with " has no closing quote.',
    );
  });

  test('suggests the setting that was meant', () => {
    expect(() => parseSite('titel = "Desk"', 'site.toml')).toThrow('Did you mean `title`?');
  });
});
