import type { SearchAnswer, SearchHit } from '../../content/model/library.ts';
import type { AppServices } from '../frame/app-context.ts';

/** Results of earlier searches by their input as JSON, so that Back shows them at once and as they were. */
export interface KeptSearches {
  readonly answers: Map<string, SearchAnswer>;
  readonly titles: Map<string, readonly SearchHit[]>;
}

/** Searches kept. */
const keptSearches = 20;

const keptOf = new WeakMap<AppServices, KeptSearches>();

/** The searches of an app, kept when the page with their results is left. */
export function findKept(app: AppServices): KeptSearches {
  const kept = keptOf.get(app) ?? { answers: new Map(), titles: new Map() };
  keptOf.set(app, kept);
  return kept;
}

/** Keeps `value` and forgets what was kept longest ago. */
export function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.set(key, value);
  const oldest = kept.size > keptSearches ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}
