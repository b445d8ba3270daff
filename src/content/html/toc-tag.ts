/** Stands for a table of contents in the HTML that `finish-html.ts` gets, until all headings are known. */
export const tocTag = 'rubric-toc';
