import { describe, expect, test } from 'vitest';

import { headerHosts, writeHeaders } from '../../../../src/publish/output/host-headers.ts';
import type { HeaderHost } from '../../../../src/publish/output/host-headers.ts';

const policy = "default-src 'none'; script-src 'self'; frame-ancestors 'self'";

function write(
  host: HeaderHost,
  own: readonly string[] = [],
  policies = policy,
): ReturnType<typeof writeHeaders> {
  return writeHeaders({ host, policy: policies, own: new Set(own) });
}

function contentOf(...given: Parameters<typeof write>): string {
  return String(write(...given).files[0]?.content);
}

describe('writeHeaders', () => {
  test.each(['netlify', 'cloudflare'] as const)('writes `_headers` for %s', (host) => {
    const { files, problems } = write(host, ['cup.svg']);
    expect(problems).toEqual([]);
    expect(files).toEqual([
      {
        fileName: '_headers',
        content: `/*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`,
      },
    ]);
  });

  test('writes `vercel.json`', () => {
    const { files } = write('vercel');
    expect(files[0]?.fileName).toBe('vercel.json');
    expect(JSON.parse(contentOf('vercel'))).toEqual({
      trailingSlash: true,
      headers: [
        {
          source: '/(.*)',
          headers: [
            { key: 'Content-Security-Policy', value: policy },
            { key: 'X-Content-Type-Options', value: 'nosniff' },
            { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          ],
        },
        {
          source: '/assets/(.*)',
          headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
        },
      ],
    });
  });

  test.each(headerHosts)('leaves the file of a blogger who has one for %s', (host) => {
    const { files, problems } = write(host, ['_headers', 'vercel.json']);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'warning', file: expect.any(String) }]);
  });

  test('breaks no page of the blogger, and says so', () => {
    expect(contentOf('netlify', ['demo/index.html'])).toContain(
      "  Content-Security-Policy: frame-ancestors 'self'\n",
    );
    const [problem] = write('netlify', ['demo/index.html']).problems;
    expect(problem).toMatchObject({ severity: 'info', file: '_headers' });
    expect(problem?.message).toContain('`demo/index.html` is a page of your own');
  });

  test('keeps nothing for long among files whose names stay', () => {
    expect(contentOf('netlify', ['assets/me.jpg'])).not.toContain('immutable');
    expect(write('netlify', ['assets/me.jpg']).problems[0]?.message).toContain('in `assets/`');
  });

  test('writes no line that Cloudflare would not read', () => {
    const long = `${policy}; img-src ${'https://a-host.example '.repeat(90)}`;
    const lines = contentOf('cloudflare', [], long).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2000);
    expect(write('cloudflare', [], long).problems[0]?.message).toContain('so many hosts');
  });
});
