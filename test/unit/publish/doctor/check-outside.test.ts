import { describe, expect, test } from 'vitest';

import { checkOutside } from '../../../../src/publish/doctor/check-outside.ts';
import type { Answer } from '../../../../src/publish/doctor/check-outside.ts';

/** Answers of made-up sites by method and address: a status, or the code of a fault. */
type Sites = Readonly<Record<string, number | string>>;

async function check(
  urls: readonly string[],
  sites: Sites,
  known = new Map<string, Answer>(),
): Promise<{ messages: readonly string[]; log: readonly string[]; most: number }> {
  const log: string[] = [];
  let [open, most] = [0, 0];
  const findings = await checkOutside(
    urls.map((url) => ({ url, file: 'posts/a.md' })),
    {
      known,
      now: () => 1_000_000_000,
      sleep: (ms) => {
        log.push(`sleep ${ms}`);
        return Promise.resolve();
      },
      async request(url, method) {
        log.push(`${method} ${url}`);
        most = Math.max(most, ++open);
        await Promise.resolve();
        open--;
        const answer = sites[`${method} ${url}`] ?? 200;
        if (typeof answer === 'number') return new Response(undefined, { status: answer });
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error(), { code: answer }),
        });
      },
    },
  );
  return { messages: findings.map(({ message }) => message), log, most };
}

const ago = (ms: number, status: number): Answer => ({ status, atMs: 1_000_000_000 - ms });

const a = 'https://a.example/';

describe('checkOutside', () => {
  test('asks once, by HEAD, for an address that several posts lead to', async () => {
    const { log, messages } = await check([a, a], {});
    expect([log, messages]).toEqual([[`HEAD ${a}`], []]);
  });

  test.each<[string, Sites, string[]]>([
    ['nothing is there', { [`HEAD ${a}`]: 404, [`GET ${a}`]: 404 }, [`\`${a}\` answers 404.`]],
    ['HEAD alone is refused', { [`HEAD ${a}`]: 405 }, []],
    ['programs are turned away', { [`HEAD ${a}`]: 403, [`GET ${a}`]: 403 }, []],
    ['the server fails', { [`HEAD ${a}`]: 500, [`GET ${a}`]: 500 }, [`\`${a}\` answers 500.`]],
    [
      'the name is not known',
      { [`HEAD ${a}`]: 'ENOTFOUND', [`GET ${a}`]: 'ENOTFOUND' },
      [`\`${a}\` does not answer (ENOTFOUND).`],
    ],
  ])('tells whether %s', async (_, sites, expected) => {
    expect((await check([a], sites)).messages).toEqual(expected);
  });

  test('pauses between two addresses of a host, and leaves a host alone that asks for it', async () => {
    const pages = ['1', '2', '3'].map((page) => a + page);
    const { log } = await check(pages, { [`HEAD ${a}2`]: 429 });
    expect(log).toEqual([`HEAD ${a}1`, 'sleep 1000', `HEAD ${a}2`]);
  });

  test('asks no more than eight hosts at a time', async () => {
    const hosts = Array.from({ length: 20 }, (_, at) => `https://h${at}.example/`);
    const { most, log } = await check(hosts, {});
    expect([most, log.length]).toEqual([8, 20]);
  });

  test('keeps good answers for a week and others for an hour', async () => {
    const fresh = [`${a}1`, ago(500_000_000, 200)] as const;
    const stale = [`${a}2`, ago(5_000_000, 404)] as const;
    const bad = [`${a}3`, ago(1000, 404)] as const;
    const { log, messages } = await check(
      [fresh[0], stale[0], bad[0]],
      {},
      new Map([fresh, stale, bad]),
    );
    expect(log).toEqual([`HEAD ${a}2`]);
    expect(messages).toEqual([`\`${a}3\` answers 404.`]);
  });
});
