/**
 * Solid's runtime as compiled components import it (compiler option `moduleName`): `solid-js/web`
 * with `template` made to work under `require-trusted-types-for 'script'`. The strings that reach it are
 * the static parts of our own JSX, fixed at build; nothing of a post ever does.
 */
import type { JSX } from 'solid-js';
import { template as solidTemplate } from 'solid-js/web';

export * from 'solid-js/web';

interface TemplatePolicy {
  createHTML(html: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: TemplatePolicy): TemplatePolicy;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('rubric-templates', { createHTML: (html) => html });

/** What the runtime takes: its types know three of the parameters. */
type SolidTemplate = (
  html: string,
  isImportNode?: boolean,
  isSvg?: boolean,
  isMathMl?: boolean,
) => () => JSX.Element;

/** Solid's `template`, given what the page's policy accepts. Called by compiled code only. */
export function template(
  html: string,
  isImportNode?: boolean,
  isSvg?: boolean,
  isMathMl?: boolean,
): () => JSX.Element {
  const trusted = policy?.createHTML(html) ?? html;
  return (solidTemplate as SolidTemplate)(trusted, isImportNode, isSvg, isMathMl);
}
