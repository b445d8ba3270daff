/** Not in every browser, and unknown to TypeScript. */
interface NetworkInformation {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether the reader's line is slow or dear, by their own word or the browser's: nothing is fetched ahead there. */
export function isLeanConnection(): boolean {
  const { connection } = navigator as { readonly connection?: NetworkInformation };
  return (
    connection?.saveData === true ||
    /^(?:slow-)?2g$/.test(connection?.effectiveType ?? '') ||
    matchMedia('(prefers-reduced-data: reduce)').matches
  );
}
