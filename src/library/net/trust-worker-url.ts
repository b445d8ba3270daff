/** The part in use of the Trusted Types API, which not every browser has. For TypeScript a trusted address is a string. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('rubric-workers', {
  createScriptURL(url) {
    // Only addresses that the bundler wrote get here; one from elsewhere must not start a worker.
    if (new URL(url, location.href).origin === location.origin) return url;
    throw new TypeError(`A worker of another origin was refused: \`${url}\`.`);
  },
});

/** `url`, of a worker of ours, as the page's policy wants it. The one maker of such addresses. */
export function trustWorkerUrl(url: string): string {
  return policy?.createScriptURL(url) ?? url;
}
