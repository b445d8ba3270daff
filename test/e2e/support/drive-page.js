// Runs in each page of a free browser: tells of its arrival, then asks for commands until one leads away.
// `free-browser.ts` says what they are.

let isAppReady = false;
document.addEventListener('rubric:ready', () => (isAppReady = true));

async function until(holds) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function find(selector) {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`Nothing is at ${selector}.`);
  return element;
}

const obey = {
  focus: ({ selector }) => find(selector).focus(),
  click: ({ selector }) => find(selector).click(),
  awaitDrawn({ selector }) {
    const { pathname } = new URL(find(selector).href);
    return until(async () => (await fetch(`/drive/drawn${pathname}`)).status === 200);
  },
  startApp() {
    dispatchEvent(new Event('pointermove'));
    return until(() => isAppReady);
  },
  awaitWorker: () =>
    until(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === 'activated';
    }),
  theme: ({ theme }) => localStorage.setItem('rubric-theme', theme),
  back: () => history.back(),
  go: ({ path }) => location.assign(path),
};

async function arrive(isKept) {
  // The blog's own listeners for the same event come first.
  await new Promise((resolve) => setTimeout(resolve));
  const [entry] = performance.getEntriesByType('navigation');
  const arrival = {
    path: location.pathname,
    isKept,
    wasDrawnAhead: (entry?.activationStart ?? 0) > 0,
    notRestored: entry?.notRestoredReasons ?? null,
    theme: document.documentElement.dataset.theme ?? null,
    scroll: scrollY,
  };
  await fetch('/drive/arrival', { method: 'POST', body: JSON.stringify(arrival) });
  let commands = [];
  await until(async () => {
    commands = await (await fetch('/drive/commands')).json();
    return commands.length > 0;
  });
  for (const command of commands) await obey[command.do](command);
}

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void arrive(true);
});
if (document.prerendering) {
  void fetch(`/drive/drawn${location.pathname}`, { method: 'POST' });
  document.addEventListener('prerenderingchange', () => void arrive(false), { once: true });
} else void arrive(false);
