// Runs in each page and frame before all else: tells of what attacks do. `canaries.ts` says what that is.

const tell = (hit) => window.tellCanary?.(hit);

window.canary = (id) => tell(`ran: ${id}`);
addEventListener('securitypolicyviolation', (event) =>
  tell(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
);

const events = [
  'focus',
  'blur',
  'mouseover',
  'mouseenter',
  'pointerover',
  'toggle',
  'begin',
  'end',
  'animationstart',
];

function isOfPost(value) {
  if (value instanceof HTMLCollection) return [...value].some(isOfPost);
  return value instanceof Element && value.closest('.prose') !== null;
}

/** Tells a name of `document` that no longer gives its own, or gives something of the post. */
function isTakenOver(name) {
  const value = Reflect.get(document, name);
  let owner = Object.getPrototypeOf(document);
  while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  if (owner === null) return isOfPost(value);
  const own = Object.getOwnPropertyDescriptor(owner, name);
  return value !== (own.get === undefined ? own.value : own.get.call(document));
}

/** Fires the events that an attribute of `element` waits for. */
function provokeHandlers(element) {
  const bad = element.getAttributeNames().find((name) => /^on|^srcdoc$|^formaction$/i.test(name));
  if (bad === undefined) return [];
  for (const name of [bad.slice(2), ...events]) element.dispatchEvent(new Event(name));
  return [`attribute: ${bad} on ${element.localName}`];
}

/** Follows the address of `element` if no post may have it. */
function provokeAddress(element) {
  const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
  // oxlint-disable-next-line no-control-regex
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address.replaceAll(/[\0-\x20]/g, ''))?.[0];
  if (scheme === undefined || /^(?:https?|mailto|tel):/i.test(scheme)) return [];
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  return [`address: ${address}`];
}

/** Fires what attacks wait for; gives what it sees of them. */
function provoke(names) {
  const elements = [...document.querySelectorAll('.prose *')];
  const ids = elements.flatMap(({ id }) => (id === '' ? [] : [id]));
  return [
    ...elements.flatMap(provokeHandlers),
    ...elements.flatMap(provokeAddress),
    ...names.filter(isTakenOver).map((name) => `name: document.${name}`),
    ...names
      .filter((name) => /^_|[$]|[a-z][A-Z]/.test(name) && isOfPost(Reflect.get(window, name)))
      .map((name) => `name: window.${name}`),
    ...ids
      .filter((id) => ![...document.querySelectorAll(`[id="${CSS.escape(id)}"]`)].every(isOfPost))
      .map((id) => `name: id ${id}`),
    ...(document.baseURI === location.href ? [] : [`base: ${document.baseURI}`]),
    ...(document.title === '' || document.title === 'canary' ? [`title: ${document.title}`] : []),
  ];
}

/** The parts of a post's page that are not there for its reader. */
function listBroken(marks) {
  const text = document.querySelector('.prose')?.innerText ?? '';
  let at = 0;
  const missing = marks.filter((mark) => {
    const found = text.slice(at).search(new RegExp(`mark${mark}(?!\\d)`));
    if (found !== -1) at += found;
    return found === -1;
  });
  const parts = ['header nav', 'main h1', 'footer', 'nav.post-neighbours'].filter((selector) => {
    const part = document.querySelector(selector);
    return part === null || isOfPost(part) || !part.checkVisibility();
  });
  return [...missing.map((mark) => `mark ${mark}`), ...parts];
}

window.canaries = { provoke, listBroken };
