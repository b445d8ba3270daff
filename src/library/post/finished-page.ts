import { parsePageData } from '../../content/files/page-data.ts';
import { asUntrustedHtml } from '../../content/model/html.ts';
import type { SanitizeLater } from '../../content/model/html.ts';
import type { PostView } from '../../content/model/library.ts';

/** The data block of a page: in it `<` is written otherwise, so that nothing ends it but its end. */
const dataBlock = /<script type="application\/json" id="rubric-data">([^<]*)<\/script>/;
/** A body and what stands around it on the page of a post. */
const bodyStart = '<div class="post-body text-column e-content"><div class="prose">';
const bodyEnd = '</div></div></div><div class="columns"><div class="after text-column">';

/**
 * The post at `permalink` read from its finished page: the other way to it, where its text does not come or cannot be
 * rendered here. Its body passes the sanitizer once more, as everything that was fetched. `undefined` when the page is of
 * another form.
 */
export async function readFinishedPage(
  page: string,
  permalink: string,
  sanitize: SanitizeLater,
): Promise<PostView | undefined> {
  const data = dataBlock.exec(page)?.[1];
  if (data === undefined) return undefined;
  const view = parsePageData(data).posts.find((post) => post.permalink === permalink)?.view;
  if (view === undefined) return undefined;
  if (view.body.kind !== 'html') return { ...view, body: view.body };
  const start = page.indexOf(bodyStart);
  const end = page.lastIndexOf(bodyEnd);
  if (start === -1 || end < start) return undefined;
  const body = page.slice(start + bodyStart.length, end);
  const { html } = await sanitize(asUntrustedHtml(body));
  return { ...view, body: { kind: 'html', html } };
}
