import { describe, expect, test } from 'vitest';

import { findToday } from '../../../../src/command/base/today.ts';

describe('findToday', () => {
  test.each([
    ['in the zone of the blog', 'Asia/Tokyo', '2026-11-30T20:00:00Z', 'UTC', '2026-12-01'],
    ['where the blogger is', undefined, '2026-11-30T02:00:00Z', 'America/New_York', '2026-11-29'],
    ['no later than in UTC', undefined, '2026-11-30T20:00:00Z', 'Asia/Tokyo', '2026-11-30'],
  ])('is the day %s', (_where, zone, now, ownZone, day) => {
    expect(findToday(zone, Date.parse(now), ownZone)).toBe(day);
  });
});
