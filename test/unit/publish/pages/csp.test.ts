import { describe, expect, test } from 'vitest';

import {
  formatDeskPolicy,
  formatHeaderPolicy,
  formatPolicy,
} from '../../../../src/publish/pages/csp.ts';
import type { PageHosts } from '../../../../src/publish/render/find-hosts.ts';

const inline = { scripts: ['alert(1)'], styles: [] };
const none: PageHosts = {
  frames: new Set(),
  images: new Set(),
  media: new Set(),
  services: new Set(),
};
const policy = formatPolicy(inline, { ...none, frames: new Set(['player.vimeo.com']) });

describe('formatPolicy', () => {
  test('allows nothing by default', () => {
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
  });

  test('allows inline parts by their hash', () => {
    expect(policy).toContain(
      "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';",
    );
    expect(policy).toContain("style-src 'self';");
  });

  test('allows frames of the listed hosts only', () => {
    expect(policy).toContain('frame-src https://player.vimeo.com;');
    expect(formatPolicy(inline, none)).toContain("frame-src 'none';");
  });

  test('allows images and media of the hosts that posts use, in order', () => {
    const hosts = {
      ...none,
      images: new Set(['b.example', 'a.example:81']),
      media: new Set(['c.example']),
    };
    const used = formatPolicy(inline, hosts);
    expect(used).toContain("img-src 'self' data: https://a.example:81 https://b.example;");
    expect(used).toContain("media-src 'self' https://c.example;");
    expect(policy).toContain("img-src 'self' data:; media-src 'self';");
  });

  test('lets the app ask the services of the settings, and nobody else', () => {
    const services = new Set(['stats.example']);
    expect(formatPolicy(inline, { ...none, services })).toContain(
      "connect-src 'self' https://stats.example;",
    );
    expect(policy).toContain("connect-src 'self';");
  });

  test.each([
    ['more hosts than a page should name', Array.from({ length: 13 }, (_, at) => `${at}.example`)],
    ['any host, where the blogger says so', ['*']],
  ])('allows images over HTTPS from %s', (_, images) => {
    expect(formatPolicy(inline, { ...none, images: new Set(images) })).toContain(
      "img-src 'self' data: https:;",
    );
  });

  test('makes the DOM take no unchecked HTML', () => {
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain('trusted-types dompurify rubric-templates rubric-workers');
  });
});

describe('formatHeaderPolicy', () => {
  const hosts = {
    ...none,
    images: new Set(['a.example']),
    frames: new Set(['b.example']),
    services: new Set(['c.example']),
  };
  const header = readPolicy(formatHeaderPolicy(inline.scripts, hosts));

  test('allows whatever a page or the draft desk allows', () => {
    for (const page of [formatPolicy(inline, hosts), formatDeskPolicy(inline)]) {
      for (const [name, sources] of readPolicy(page)) {
        const allowed = header.get(name) ?? [];
        if (sources.every((source) => source !== "'none'"))
          expect(allowed, name).toEqual(expect.arrayContaining([...sources]));
      }
    }
  });

  test('allows styles of pages, no other scripts, and no frames around the blog', () => {
    expect(header.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
    expect(header.get('script-src')).toEqual(readPolicy(policy).get('script-src'));
    expect(header.get('frame-ancestors')).toEqual(["'self'"]);
  });
});

/** Sources by directive. */
function readPolicy(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('formatDeskPolicy', () => {
  test('loads the files it is given, and nothing from elsewhere', () => {
    const desk = formatDeskPolicy(inline);
    expect(desk).toContain("img-src 'self' data: blob:; media-src 'self' blob:;");
    expect(desk).toContain("connect-src 'self';");
    expect(desk).toContain("frame-src 'none';");
    expect(desk).not.toContain('https:');
    expect(policy).not.toContain('blob:');
  });
});
