/** What a frame of comments knows a reader by who has signed in: it comes in the address of the page, and is kept on the device. */

/** For readers whose browser refuses storage: until the page is left. */
const sessions = new Map<string, string>();

/** The session of `name`; empty where the reader has not signed in. */
export function readSession(name: string): string {
  try {
    return localStorage.getItem(keyOf(name)) ?? sessions.get(name) ?? '';
  } catch {
    // Storage is refused.
    return sessions.get(name) ?? '';
  }
}

/** Forgets the session of `name`. */
export function forgetSession(name: string): void {
  sessions.delete(name);
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was stored.
  }
}

/** Whether the reader comes back from signing in; keeps the session, and takes it out of the address, which may be passed on. */
export function takeReturn(name: string): boolean {
  const url = new URL(location.href);
  const session = url.searchParams.get(name);
  if (session === null) return false;
  url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  sessions.set(name, session);
  try {
    localStorage.setItem(keyOf(name), session);
  } catch {
    // The session holds until the page is left.
  }
  return true;
}

function keyOf(name: string): string {
  return `rubric-${name}`;
}
