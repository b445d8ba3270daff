import { describe, expect, test } from 'vitest';
import { hasComfort } from '../../../../src/content/model/comfort.ts';
import { parseSite } from '../../../../src/content/site/site.ts';

describe('hasComfort', () => {
  test('has all where the settings do not choose, else those they name', () => {
    expect(hasComfort(parseSite('', 'site.toml'), 'zoom')).toBe(true);
    const site = parseSite('comforts = ["previews"]', 'site.toml');
    expect([hasComfort(site, 'previews'), hasComfort(site, 'zoom')]).toEqual([true, false]);
    expect(hasComfort(parseSite('comforts = []', 'site.toml'), 'progress')).toBe(false);
  });
});

describe('parseSite', () => {
  test.each([
    ['comforts = "zoom"', '`comforts` is `"zoom"`, not a list of names.'],
    ['comforts = ["zoom", "zum"]', '`comforts` has `"zum"`, which does not exist.'],
  ])('rejects %s', (toml, message) => {
    expect(() => parseSite(toml, 'site.toml')).toThrow(message);
  });
});
