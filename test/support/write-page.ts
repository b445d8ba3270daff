import { encodePageData } from '../../src/content/files/page-data.ts';
import type { PageData } from '../../src/content/files/page-data.ts';

/** The page of a post as the build writes it, with no more in it than reading it back takes. */
export function writePage(body: string, data: PageData): string {
  return [
    '<!doctype html><html lang="en"><head><title>A</title></head><body><div id="app"><main>',
    '<article class="post-page frame"><div class="columns"><div class="margin"></div>',
    `<div class="post-body text-column e-content"><div class="prose">${body}</div></div></div>`,
    '<div class="columns"><div class="after text-column"></div></div></article></main></div>',
    `<script type="application/json" id="rubric-data">${encodePageData(data)}</script>`,
    '</body></html>',
  ].join('');
}
