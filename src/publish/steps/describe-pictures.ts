import type { PostBody } from '../../content/model/library.ts';
import { cutText } from '../../content/text/plain-text.ts';
import { maximumSummaryLength } from '../../content/text/summary.ts';
import { attribute, decodeValue, startTag } from '../feeds/serialized-html.ts';

/**
 * What the first picture of `body` with an alternative text shows; `undefined` when there is none. For a post
 * without any words this is what it is about.
 */
export function describePictures(body: PostBody): string | undefined {
  if (body.kind !== 'html') return undefined;
  for (const [, name = '', attributes = ''] of String(body.html.content).matchAll(startTag)) {
    if (name.toLowerCase() !== 'img') continue;
    for (const [, key = '', value = ''] of attributes.matchAll(attribute)) {
      const text = key === 'alt' ? decodeValue(value).replace(/\s+/g, ' ').trim() : '';
      if (text !== '') return cutText(text, maximumSummaryLength);
    }
  }
  return undefined;
}
