import type { Page } from '@playwright/test';

/** Which part of a page is read. */
export interface TextRequest {
  /** Selector of the element whose text is wanted. */
  readonly within: string;
  /** Selector of what in it is passed over. */
  readonly without: string;
}

/** Elements that a reader sees apart from what is before and behind them. */
const blockNames =
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form ' +
  'h1 h2 h3 h4 h5 h6 header hr iframe img li main nav ol p pre section summary table tbody td tfoot th thead ' +
  'tr ul video audio';

/**
 * The text of each of `pages` (HTML), parsed by the browser; blocks are parted by line breaks. `page` must be
 * empty: the policy of a page of ours forbids parsing.
 */
export async function findTexts(
  page: Page,
  pages: readonly string[],
  request: TextRequest,
): Promise<readonly string[]> {
  return page.evaluate(readTexts, { pages, blockNames, ...request });
}

/** Runs in the page. */
function readTexts(options: {
  readonly pages: readonly string[];
  readonly blockNames: string;
  readonly within: string;
  readonly without: string;
}): string[] {
  const blocks = new Set(options.blockNames.split(' '));
  const collect = (node: Node, pieces: string[]): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) pieces.push(child.data);
      if (!(child instanceof Element)) continue;
      const space = blocks.has(child.localName) ? '\n' : '';
      pieces.push(space);
      collect(child, pieces);
      pieces.push(space);
    }
  };
  return options.pages.map((html) => {
    const box = new DOMParser().parseFromString(html, 'text/html');
    const root = box.querySelector(options.within);
    if (root === null) throw new Error(`A page has no \`${options.within}\`.`);
    for (const element of root.querySelectorAll(options.without)) element.remove();
    const pieces: string[] = [];
    collect(root, pieces);
    return pieces.join('');
  });
}
