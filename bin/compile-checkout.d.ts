/** Address of the folder with the compiled command of the present sources in `root`, by default this checkout. */
export function compileCheckout(root?: string): Promise<URL>;
