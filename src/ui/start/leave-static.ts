import { language, messages } from 'virtual:rubric/messages/late';
import { markLoading } from '../move/load-once.ts';

/** What {@link createStaticPage} needs. */
export interface StaticPageOptions {
  readonly root: HTMLElement;
  /** Tells whether the server no longer has the app's file that the page names: the blog was published anew. */
  readonly isAppGone: () => Promise<boolean>;
  /** Loads the page anew; another function in tests. */
  readonly reload?: () => void;
}

/** A page whose app does not come. */
export interface StaticPage {
  /** The app did not start: the page stays as it is, and says what it lacks if the address asks for more than it is. */
  readonly leave: (error: unknown) => void;
  /** Says that the app takes long, if the address asks for more than the page is. */
  readonly sayLate: () => void;
}

/** The page around `root` as it is without its app. Entries of an app that was there before are loaded. */
export function createStaticPage({
  root,
  isAppGone,
  reload = () => location.reload(),
}: StaticPageOptions): StaticPage {
  const loaded = findAddress();
  const isLacking = (): boolean =>
    root.childElementCount === 0 || /[?&](?:q=[^&]|keyword=)/.test(location.search);
  const say = (title: string, text: string): void => showNote(root, { title, text, reload });
  return {
    sayLate() {
      if (isLacking()) say(messages.slow, messages.notCome);
    },
    leave(error) {
      console.warn('The page works without its app, which did not start:', error);
      const follow = (): void => {
        if (findAddress() !== loaded) reload();
      };
      addEventListener('popstate', follow);
      follow();
      if (!isLacking()) return;
      say(messages.failed, messages.needsScript);
      void renewOnce(isAppGone, reload);
    },
  };
}

/** Loads the page anew, once, where that helps. */
async function renewOnce(isAppGone: () => Promise<boolean>, reload: () => void): Promise<void> {
  const isGone = await isAppGone().catch(() => false);
  if (isGone && markLoading(location.href)) reload();
}

interface StaticNote {
  readonly title: string;
  readonly text: string;
  readonly reload: () => void;
}

/** The note in place of what the app would show. Its words are here: the app's own have not come. */
function showNote(root: HTMLElement, { title, text, reload }: StaticNote): void {
  root.querySelector('[data-static-note]')?.remove();
  const note = document.createElement('div');
  note.className = 'page-note';
  note.dataset['staticNote'] = '';
  note.lang = language;
  note.dir = 'auto';
  note.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.className = 'button';
  button.type = 'button';
  button.textContent = messages.reload;
  button.addEventListener('click', () => reload());
  note.append(createElement('h2', title), createElement('p', text), button);
  const head = root.querySelector('.masthead');
  if (head === null) root.append(note);
  else head.after(note);
}

function createElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function findAddress(): string {
  return location.pathname + location.search;
}
