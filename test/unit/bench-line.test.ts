import { array, assert, integer, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createLine, splitChunk } from '../bench/reader/line.ts';

describe('createLine', () => {
  test('carries a packet in the time its bytes take, and brings it late by the delay', () => {
    const line = createLine(1000, 75);
    expect(line.send(500, 100)).toEqual({ leavesAtMs: 600, arrivesAtMs: 675 });
  });

  test('puts a packet behind those that were sent before', () => {
    const line = createLine(1000, 10);
    line.send(500, 0);
    expect(line.send(100, 200)).toEqual({ leavesAtMs: 600, arrivesAtMs: 610 });
  });

  test('saves up nothing while it is idle', () => {
    const line = createLine(1000, 0);
    line.send(100, 0);
    expect(line.send(1000, 5000).arrivesAtMs).toBe(6000);
  });

  test('never carries more than its rate, in order, whatever is sent when', () => {
    const sends = array(record({ size: integer({ min: 1, max: 1500 }), wait: nat(50) }));
    assert(
      property(sends, (packets) => {
        const line = createLine(200_000, 75);
        let now = 0;
        let sent = 0;
        let last = 0;
        for (const { size, wait } of packets) {
          now += wait;
          sent += size;
          const { arrivesAtMs } = line.send(size, now);
          expect(arrivesAtMs).toBeGreaterThanOrEqual(last);
          expect(arrivesAtMs).toBeGreaterThanOrEqual(75 + (sent / 200_000) * 1000 - 1e-6);
          last = arrivesAtMs;
        }
      }),
    );
  });
});

describe('splitChunk', () => {
  test('gives every byte once, in pieces of at most the size', () => {
    const pieces = [...splitChunk(Buffer.from('abcdefgh'), 3)].map(String);
    expect(pieces).toEqual(['abc', 'def', 'gh']);
  });
});
