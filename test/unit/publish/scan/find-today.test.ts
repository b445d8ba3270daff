import { describe, expect, test } from 'vitest';

import { findToday } from '../../../../src/publish/scan/find-today.ts';

describe('findToday', () => {
  test.each([
    ['UTC', '2026-03-04T23:30:00Z', '2026-03-04'],
    ['Europe/Berlin', '2026-03-04T23:30:00Z', '2026-03-05'],
    ['Pacific/Honolulu', '2026-03-04T02:00:00Z', '2026-03-03'],
  ])('%s at %s', (timeZone, now, day) => {
    expect(findToday(timeZone, new Date(now))).toBe(day);
  });
});
