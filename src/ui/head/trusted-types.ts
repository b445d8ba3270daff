/**
 * Solid's runtime as compiled components import it (compiler option `moduleName`): `solid-js/web`
 * with `template` made to work under `require-trusted-types-for 'script'`. The strings that reach it are
 * the static parts of our own JSX, fixed at build; nothing of a post ever does. Beside it data about a page, which no
 * browser runs.
 */
import { template as solidTemplate } from 'solid-js/web';

export * from 'solid-js/web';

interface TemplatePolicy {
  createHTML(html: string): string;
  createScript(json: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: TemplatePolicy): TemplatePolicy;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('rubric-templates', {
  createHTML: (html) => html,
  // Written anew, so that it is JSON whatever comes.
  createScript: (json) => JSON.stringify(JSON.parse(json)),
});

/** Solid's `template`, given what the page's policy accepts. Called by compiled code only, which holds no MathML. */
export function template(html: string, isImportNode?: boolean, isSvg?: boolean): () => Element {
  return solidTemplate(policy?.createHTML(html) ?? html, isImportNode, isSvg);
}

/** A script element of structured data: of no type that runs, with `json` as its text. */
export function createDataScript(json: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.text = policy?.createScript(json) ?? json;
  return script;
}
