import { checkCode } from './check-code.ts';
import { checkHead } from './check-head.ts';
import { checkPictures } from './check-pictures.ts';
import { checkSettings } from './check-settings.ts';
import type { Finding } from './finding.ts';
import type { PostText } from './post-text.ts';

/** A post with more pictures without a text than this is told of no more of them. */
const mostFindings = 200;

/** Whatever is not wrong with a post, and would surprise its writer or readers all the same. */
export function checkPost(text: PostText): readonly Finding[] {
  return [
    ...checkSettings(text.block, text.file),
    ...checkHead(text),
    ...checkCode(text),
    ...checkPictures(text),
  ].slice(0, mostFindings);
}
