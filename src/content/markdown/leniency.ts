// What GFM would lose or show raw and most tools read. Imported by `import()` only: a chunk of its own, which most posts do
// without. `syntax-needs.ts` tells from the text whether anything of it can be in there.

import type { TokenizerAndRendererExtension } from 'marked';

import { spacedLinkSyntax } from './constructs/spaced-link.ts';
import { wideRowSyntax } from './constructs/wide-row.ts';
import { htmlFenceSyntax } from './html-fence.ts';

/** marked's extensions. */
export function createLeniency(): readonly TokenizerAndRendererExtension[] {
  return [...wideRowSyntax(), ...spacedLinkSyntax(), ...htmlFenceSyntax()];
}

/** See {@link createLeniency}. */
export type Leniency = typeof createLeniency;
