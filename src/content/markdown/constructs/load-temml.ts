/** Loads Temml, which sets formulas (about 60 kB gzip). */
export function loadTemml(): Promise<typeof import('temml')> {
  return import('temml');
}
