/** A gate that stays shut until it is opened: for holding back answers of the network. */
export interface Gate {
  readonly open: () => void;
  /** Settles when the gate is open. */
  readonly passed: Promise<void>;
}

/** A shut gate. */
export function createGate(): Gate {
  const openers: (() => void)[] = [];
  const passed = new Promise<void>((resolve) => {
    openers.push(resolve);
  });
  return { open: () => openers.forEach((open) => open()), passed };
}
