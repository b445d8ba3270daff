// Makes the page of jsdom, in each file of tests of the screen, what those tests need of a browser.
import { configure } from '@testing-library/dom';

// Nothing is expected within a second of a busy machine.
configure({ asyncUtilTimeout: 30_000 });

if (!('getEntriesByType' in Performance.prototype)) {
  // On the prototype: there a fake clock looks for what its own `performance` must have.
  Object.defineProperty(Performance.prototype, 'getEntriesByType', {
    configurable: true,
    writable: true,
    value: () => [],
  });
}

const computeStyle = window.getComputedStyle.bind(window);
const styles = new Map<string, CSSStyleDeclaration>();

// jsdom computes the style of every element anew after every change of the page, which took half the time of the
// tests that look for a role. A page without a style of its own has the browser's alone, whose rules for `display`,
// `visibility` and `pointer-events` ask for nothing but an element's name and attributes.
window.getComputedStyle = (element, pseudo) => {
  if (pseudo || document.styleSheets.length > 0 || element.closest('[style]') !== null) {
    return computeStyle(element, pseudo);
  }
  const lone = document.importNode(element, false);
  const known = styles.get(lone.outerHTML) ?? computeStyle(lone);
  styles.set(lone.outerHTML, known);
  return known;
};
