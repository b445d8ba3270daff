import { zonedDay } from '../../content/text/time-zone.ts';

/**
 * Today, `2026-11-30`, in the blog's time zone. Without one it is the blogger's own day, but never a later one than that of
 * UTC, by which such a blog is built: a post of today must not be one of the future.
 *
 * @param nowMs milliseconds since 1970
 * @param ownZone the time zone of this machine
 */
export function findToday(
  timeZone: string | undefined,
  nowMs: number = Date.now(),
  ownZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  if (timeZone !== undefined) return zonedDay(nowMs, timeZone);
  const [first = ''] = [zonedDay(nowMs, ownZone), zonedDay(nowMs, 'UTC')].toSorted();
  return first;
}
