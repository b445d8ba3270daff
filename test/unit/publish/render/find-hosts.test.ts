import { describe, expect, test } from 'vitest';

import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';
import type { PostBody } from '../../../../src/content/model/library.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { addHosts, findHosts, joinHosts } from '../../../../src/publish/render/find-hosts.ts';
import type { Hosts } from '../../../../src/publish/render/find-hosts.ts';
import { site } from '../../../support/virtual-site.ts';
import { sanitize } from '../../../../src/publish/render/sanitize.ts';

function hostsOf(html: string): Hosts {
  const body: PostBody = { kind: 'html', html: sanitize(asUntrustedHtml(html)).html };
  return findHosts(body);
}

function find(html: string): Record<keyof Hosts, string[]> {
  const { frames, images, media } = hostsOf(html);
  return { frames: [...frames], images: [...images], media: [...media] };
}

const none = { frames: [], images: [], media: [] };

describe('findHosts', () => {
  test.each([
    ['a picture', '<img src="https://a.example/x.png">', { images: ['a.example'] }],
    ['a picture with a port', '<img src="http://a.example:81/x">', { images: ['a.example:81'] }],
    ['an address without a scheme', '<img src="//a.example/x">', { images: ['a.example'] }],
    ['an escaped address', '<img src="https://a.example/?b&amp;c">', { images: ['a.example'] }],
    [
      'each picture of a set',
      '<img src="x" srcset="https://a.example/1 1x, https://b.example/2 2x">',
      { images: ['a.example', 'b.example'] },
    ],
    [
      'a source of a picture',
      '<picture><source srcset="https://a.example/1"><img src="x"></picture>',
      { images: ['a.example'] },
    ],
    [
      'a film and its poster',
      '<video src="https://a.example/x" poster="https://b.example/y"></video>',
      { media: ['a.example'], images: ['b.example'] },
    ],
    [
      'a source of sound',
      '<audio><source src="https://a.example/x"></audio>',
      { media: ['a.example'] },
    ],
    [
      'a player',
      '<iframe src="https://youtube.com/embed/x"></iframe>',
      { frames: ['www.youtube-nocookie.com'] },
    ],
    ['nothing of the blog itself', '<img src="/x.png"><img src="data:image/gif;base64,AA==">', {}],
    ['nothing of links and text', '<a href="https://a.example">src="https://b.example"</a>', {}],
    ['nothing of other attributes', '<img alt=" src=&quot;https://a.example" src="x">', {}],
  ])('names %s', (_, html, hosts) => {
    expect(find(html)).toEqual({ ...none, ...hosts });
  });

  test('names those that wait for the reader', () => {
    const html = '<img src="https://a.example/1"><iframe src="https://codepen.io/x"></iframe>';
    const settings = { ...noLoadSettings, remote: 'ask' } as const;
    const waiting = sanitize(asUntrustedHtml(html), settings).html;
    expect(String(waiting.content)).not.toContain(' src=');
    const { images, frames } = findHosts({ kind: 'html', html: waiting });
    expect([...images, ...frames]).toEqual(['a.example', 'codepen.io']);
  });

  test('names none of a post without HTML', () => {
    const text = '<img src="https://a.example">';
    expect(findHosts({ kind: 'source', text, reason: 'timeout' }).images.size).toBe(0);
  });
});

describe('joinHosts', () => {
  test('names each host once', () => {
    const joined = joinHosts([
      hostsOf('<img src="https://a.example/1">'),
      hostsOf('<img src="https://a.example/2"><img src="https://b.example/2">'),
    ]);
    expect([...joined.images]).toEqual(['a.example', 'b.example']);
  });
});

describe('addHosts', () => {
  test('adds those of the settings', () => {
    const hosts = addHosts(hostsOf('<img src="https://a.example/1">'), {
      ...site,
      imageHosts: ['b.example'],
      mediaHosts: ['*'],
      frameHosts: ['c.example'],
    });
    expect([...hosts.frames]).toEqual(['c.example']);
    expect([...hosts.images, ...hosts.media]).toEqual(['a.example', 'b.example', '*']);
    expect([...hosts.services]).toEqual([]);
  });

  test('adds the one host of comments to frames, and that of the counter to requests', () => {
    const { frames, services } = addHosts(hostsOf(''), {
      ...site,
      comments: {
        service: 'utterances',
        url: 'https://talk.example/u',
        repo: 'a/b',
        label: undefined,
        mapping: 'pathname',
      },
      counter: { service: 'umami', url: 'https://stats.example:8443', site: '1' },
    });
    expect([...frames]).toEqual(['talk.example']);
    expect([...services]).toEqual(['stats.example:8443']);
  });
});
