import { describe, expect, test } from 'vitest';

import { createQueue } from '../../../../src/publish/disk/work-queue.ts';

describe('createQueue', () => {
  test('does no more at a time than it may', async () => {
    const queue = createQueue(3);
    let running = 0;
    let most = 0;
    for (let index = 0; index < 20; index++) {
      await queue(async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
      });
    }
    await queue.finish();
    expect(most).toBeLessThanOrEqual(3);
    expect(running).toBe(0);
  });

  test('lets the disk be heard between pieces of work that wait for nothing', async () => {
    const queue = createQueue(9);
    let heard = 0;
    setImmediate(() => heard++);
    for (let index = 0; index < 3; index++) await queue(() => Promise.resolve());
    expect(heard).toBe(1);
  });

  test('throws the first failure to the next who asks', async () => {
    const queue = createQueue(1);
    await queue(() => Promise.reject(new Error('full')));
    await expect(queue(() => Promise.resolve())).rejects.toThrow('full');
  });

  test('throws a failure at the end', async () => {
    const queue = createQueue(9);
    await queue(() => Promise.reject(new Error('full')));
    await expect(queue.finish()).rejects.toThrow('full');
  });
});
