import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnnouncer } from '../../../../src/ui/frame/announcer.ts';
import { enhanceBody, readCode } from '../../../../src/ui/post/enhance-body.ts';

let resized: (part: Element) => void = () => undefined;
let observed: Element[] = [];

const code =
  '<figure class="code" data-language="console"><header><span>console</span></header>' +
  '<pre><code><span class="line" data-line="1"><span data-prompt>$ </span>npm ci\n</span></code></pre></figure>';

function createBody(html: string): HTMLElement {
  document.body.innerHTML = `<div class="prose">${html}</div>`;
  return document.body.querySelector<HTMLElement>('.prose') ?? document.body;
}

describe('enhanceBody', () => {
  beforeEach(() => {
    observed = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(tell: (entries: readonly { target: Element }[]) => void) {
          resized = (target) => tell([{ target }]);
        }
        observe(part: Element): void {
          // The tests say when something is resized.
          observed.push(part);
        }
      },
    );
  });

  test('adds a button that copies the code without its prompt', async () => {
    const user = userEvent.setup();
    const announcer = createAnnouncer();
    const say = vi.spyOn(announcer, 'say');
    const body = createBody(code);
    enhanceBody(body, announcer);
    const button = body.querySelector('button');
    expect(button?.textContent).toBe('Copy');
    if (button) await user.click(button);
    expect(await navigator.clipboard.readText()).toBe('npm ci');
    expect(button?.textContent).toBe('Copied');
    expect(say).toHaveBeenCalledWith('Code copied');
  });

  test('selects the code when it may not copy', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    const body = createBody(code);
    enhanceBody(body, createAnnouncer());
    const button = body.querySelector('button');
    if (button) await user.click(button);
    expect(button?.textContent).toBe('Press Ctrl+C');
    expect(String(getSelection())).toContain('npm ci');
  });

  test('enhances a body once, however often it is shown', () => {
    const body = createBody(code);
    enhanceBody(body, createAnnouncer());
    enhanceBody(body, createAnnouncer());
    expect(body.querySelectorAll('button')).toHaveLength(1);
  });

  test('makes no region of what comes after the first two hundred', () => {
    const body = createBody('<pre>a</pre>'.repeat(300));
    enhanceBody(body, createAnnouncer());
    expect(observed).toEqual([...body.querySelectorAll('pre')].slice(0, 200));
  });

  test('names and opens to the keyboard what scrolls, and lets go of what no longer does', () => {
    const table = '<div class="scroll"><table><caption>Costs</caption></table></div>';
    const formula = '<p class="math-block"><math display="block"></math></p>';
    const body = createBody(`${code}${code}${table}${formula}`);
    enhanceBody(body, createAnnouncer());
    const parts = [...body.querySelectorAll('pre, .scroll, .math-block')];
    for (const part of parts) {
      Object.defineProperty(part, 'scrollWidth', { value: 10, configurable: true });
      resized(part);
    }
    expect(parts.map((part) => part.getAttribute('aria-label'))).toEqual([
      'Code sample, console',
      'Code sample, console, 2',
      'Costs',
      'Formula',
    ]);
    expect(parts.every((part) => part.getAttribute('tabindex') === '0')).toBe(true);
    const [first] = parts;
    if (first === undefined) return;
    Object.defineProperty(first, 'scrollWidth', { value: 0 });
    resized(first);
    expect(first.hasAttribute('role') || first.hasAttribute('tabindex')).toBe(false);
  });

  test('marks an image that failed', () => {
    const body = createBody('<p><img src="/x.png" alt="A cat"></p>');
    enhanceBody(body, createAnnouncer());
    const image = body.querySelector('img');
    image?.dispatchEvent(new Event('error'));
    expect(image?.dataset['failed']).toBe('');
  });
});

describe('readCode', () => {
  test('leaves out prompts and the last line break', () => {
    const element = document.createElement('code');
    element.innerHTML = '<span data-prompt>$ </span>a\n<span data-prompt>$ </span>b\n';
    expect(readCode(element)).toBe('a\nb');
  });
});
