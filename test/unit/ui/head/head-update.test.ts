import { describe, expect, test } from 'vitest';
import { updateHead } from '../../../../src/ui/head/head-update.ts';
import { sampleSite } from '../../../support/sample-site.ts';

describe('updateHead', () => {
  test('replaces what belongs to the page before, and nothing else', () => {
    document.head.innerHTML =
      '<meta name="viewport" content="x"><meta data-page name="robots" content="noindex">' +
      '<script data-page type="application/ld+json">{}</script>';
    updateHead({ title: 'Keywords', permalink: '/keywords/' }, sampleSite, '/');
    expect(document.querySelector('meta[name=viewport]')).not.toBeNull();
    expect(document.querySelector('meta[name=robots]')).toBeNull();
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://blog.example/keywords/',
    );
    expect(document.documentElement.lang).toBe('en');
  });

  test('writes the structured data of the page as data that does not run', () => {
    document.head.innerHTML = '<script data-page type="application/ld+json">{"a":1}</script>';
    updateHead({ title: '', permalink: '/' }, sampleSite, '/');
    const scripts = [...document.head.querySelectorAll('script')];
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.type).toBe('application/ld+json');
    expect(JSON.parse(scripts[0]?.text ?? '')).toMatchObject({ '@type': 'Blog' });
  });
});
