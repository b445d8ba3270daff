import { describe, expect, test } from 'vitest';
import { formatEditAddress } from '../../../../src/ui/services/edit-address.ts';

describe('formatEditAddress', () => {
  test.each([
    ['https://a.example/edit/{path}', 'posts', 'https://a.example/edit/2024/a%20%26%20b.md'],
    [
      'https://a.example/{file}',
      './public/posts/',
      'https://a.example/public/posts/2024/a%20%26%20b.md',
    ],
  ])('fills in %s', (pattern, posts, address) => {
    expect(formatEditAddress(pattern, '2024/a & b.md', posts)).toBe(address);
  });
});
