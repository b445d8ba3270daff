import type { Feed } from '../../../../src/publish/feeds/feed.ts';

/** A feed with everything that is hard to write: markup in texts, other scripts, a second author. */
export const sampleFeed: Feed = {
  title: 'Notes & <queries>',
  description: 'What I “found”.',
  language: 'pt-BR',
  author: 'Ann Author',
  pageUrl: 'https://blog.example/repo/',
  folderUrl: 'https://blog.example/repo/',
  updated: '2025-01-02T00:00:00Z',
  entries: [
    {
      url: 'https://blog.example/repo/posts/%E3%82%AB/?a&b',
      title: 'The <leader> tag & ]]> more',
      published: '2024-03-11T08:30:00Z',
      updated: '2025-01-02T00:00:00Z',
      author: 'Ben & Co',
      language: 'ja',
      keywords: [
        { name: 'C++ & friends', slug: 'c++-friends' },
        { name: 'カ', slug: 'カ' },
      ],
      summary: 'A `Vec<u8>` & “more”.',
      html: '<p>Text &amp; <a href="https://x.example/?a=1&amp;b=2">more</a>🎉\u0001</p>',
      image: 'https://blog.example/repo/a.png',
    },
    {
      url: 'https://blog.example/repo/posts/b/',
      title: 'B',
      published: '2024-01-01T00:00:00Z',
      updated: '2024-01-01T00:00:00Z',
      author: undefined,
      language: undefined,
      keywords: [],
      summary: '',
      html: '',
      image: undefined,
    },
  ],
};

/** A feed of a blog without posts and without a description. */
export const emptyFeed: Feed = { ...sampleFeed, description: '', entries: [] };

/** The text of the first entry as any reader of the feed must get it back. */
export const sampleText = '<p>Text &amp; <a href="https://x.example/?a=1&amp;b=2">more</a>🎉</p>';
