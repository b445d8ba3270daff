import type { readAddress } from './address.ts';

/** The reading of addresses. A chunk of its own, as a reader's browser knows the address of each post but new ones. */
export async function loadReadAddress(): Promise<typeof readAddress> {
  const module = await import('./address.ts');
  return module.readAddress;
}
