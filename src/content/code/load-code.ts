/** Loads what reads info strings and colours code. */
export function loadCode(): Promise<typeof import('./code-block.ts')> {
  return import('./code-block.ts');
}
