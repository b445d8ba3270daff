// The packages of front matter that is not plain, in chunks of their own.

/** Loads the TOML package and what recovers broken TOML. */
export function loadToml(): Promise<typeof import('./toml.ts')> {
  return import('./toml.ts');
}

/** Loads the YAML package (30 kB gzip) and what recovers broken YAML. */
export function loadYaml(): Promise<typeof import('./yaml.ts')> {
  return import('./yaml.ts');
}
