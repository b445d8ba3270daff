import { stat } from 'node:fs/promises';

import { findCover } from '../../content/finish/cover.ts';
import type { Finding } from '../advice/finding.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import { createQueue } from '../disk/work-queue.ts';
import { createTargets, toPostTarget } from '../scan/find-target.ts';
import type { Blog } from '../scan/load-blog.ts';

const pictureName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic|jxl)$/i;

/** A picture of more bytes is felt on a telephone. */
const hugeBytes = 1_000_000;

/** Files of systems, editors, tools and servers that nobody means to publish, wherever they lie. */
const strayName =
  /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|ehthumbs\.db|\.env(?:\..*)?|\.git.*|\.npmrc|npm-debug\.log|Dockerfile|docker-compose\.ya?ml|\.htpasswd|wp-config\.php|\.idea|\.vscode|node_modules)(?:\/|$)|(?:^|\/)(?:\._|~\$|#).*|\.(?:psd|xcf|ai|sketch|fig|afphoto|raw|cr2|nef|dng|bak|old|orig|rej|swp|swo|tmp|temp|part|crdownload|sql|dump|log|sqlite3?|env|code-workspace)$|~$/i;

/** Files at which bytes are asked for at a time. */
const parallelFiles = 32;

/**
 * Files of `blog` that would surprise: pictures beside posts that nothing shows, pictures of very many bytes, and files
 * that are published as it seems by mistake.
 *
 * @param used - addresses that texts refer to
 */
export async function checkFiles(
  blog: Blog,
  used: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const shown = new Set([...used, ...listCovers(blog)]);
  const findings: Finding[] = [];
  const run = createQueue(parallelFiles);
  for (const copy of blog.copies) {
    const { fileName, file } = copy;
    if (strayName.test(fileName)) findings.push(describeStray(fileName));
    if (!pictureName.test(fileName)) continue;
    if (isUnused(copy, shown)) findings.push(describeUnused(fileName));
    await run(async () => {
      const size = await stat(file).then(
        ({ size: bytes }) => bytes,
        // A file that has gone is reported where it is copied.
        () => 0,
      );
      if (size > hugeBytes) findings.push(describeHuge(fileName, size));
    });
  }
  await run.finish();
  return findings;
}

/** Static files may be for the page, for other sites or for feeds: only pictures beside posts are meant for posts. */
function isUnused({ fileName }: CopiedFile, shown: ReadonlySet<string>): boolean {
  return /^(?:posts|pages)\//.test(fileName) && !shown.has(`/${fileName}`);
}

function listCovers({ catalog, world }: Blog): readonly string[] {
  const targetsOf = createTargets(world.targets);
  return [...catalog.pages, ...catalog.entries].flatMap(({ meta }) =>
    meta.image === undefined ? [] : (findCover(meta.image, targetsOf(toPostTarget(meta))) ?? []),
  );
}

function describeStray(file: string): Finding {
  return {
    rule: 'stray-file',
    kind: 'asset',
    severity: 'warning',
    file,
    message: 'The file is published, and looks like one of a tool or an editor.',
    remedy: 'Move it out of the folder, if nobody is to have it.',
  };
}

function describeUnused(file: string): Finding {
  return {
    rule: 'unused-picture',
    kind: 'asset',
    severity: 'info',
    file,
    message: 'The picture is published, and no post shows it or leads to it.',
    remedy: 'Show it, or remove it.',
  };
}

function describeHuge(file: string, bytes: number): Finding {
  return {
    rule: 'huge-picture',
    kind: 'asset',
    severity: 'info',
    file,
    message: `The picture has ${(bytes / 1e6).toFixed(1)} MB.`,
    remedy: 'Make it smaller, or save it as WebP or AVIF: most pages need no more than 200 kB.',
  };
}
