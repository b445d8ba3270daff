import { recordFile } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import type { Cache } from '../disk/cache.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { PreviewWords } from './draw-preview.ts';

/** What pictures are drawn for. */
export interface PreviewOptions {
  readonly site: Site;
  readonly postCount: number;
  /** Names of files that the blogger publishes. */
  readonly taken: ReadonlySet<string>;
  readonly cache: Pick<Cache, 'load' | 'save'> | undefined;
}

/** The facts of a post that decide on its picture. */
export interface PreviewPost {
  readonly permalink: string;
  readonly title: string;
  /** False for a free page. */
  readonly isArticle: boolean;
  /** Whether it has a picture that previews show. */
  readonly hasPicture: boolean;
}

/** Pictures for link previews, drawn from titles where there are none. */
export interface Previews {
  /** The picture of a post; `undefined` when it gets none. */
  find(post: PreviewPost): Promise<OutputFile | undefined>;
  /** The picture of all pages that have none of their own. */
  findBlog(): Promise<OutputFile | undefined>;
}

/** In a blog of more posts all share one picture, unless the settings ask for more: 10,000 would take 70 MB and minutes. */
const mostPosts = 300;

/** To be raised with every change of the drawing: pictures are kept from build to build. */
const drawing = 1;

const pictureName = 'link-picture.png';

/** The pictures of a blog. Nothing is drawn, and no code for it loaded, before a picture is asked for that is not kept. */
export function createPreviews(options: PreviewOptions): Previews {
  const { site, postCount, taken } = options;
  const isWanted =
    site.url !== undefined &&
    site.linkPictures !== false &&
    (site.image === undefined || site.linkPictures === true);
  const isEach = site.linkPictures === true || postCount <= mostPosts;
  const make = async (fileName: string, words: PreviewWords): Promise<OutputFile | undefined> => {
    if (!isWanted || taken.has(fileName)) return undefined;
    const content = await loadOrDraw(words, options.cache);
    return content === undefined ? undefined : { fileName, content };
  };
  return {
    async find({ permalink, title, isArticle, hasPicture }) {
      if (!isEach || !isArticle || hasPicture) return undefined;
      const fileName = recordFile(permalink).replace(/post\.json$/, pictureName);
      return make(fileName, { title, blog: site.title });
    },
    async findBlog() {
      if (site.image !== undefined) return undefined;
      const title = site.description || site.title;
      return make(pictureName, { title, blog: title === site.title ? '' : site.title });
    },
  };
}

async function loadOrDraw(
  words: PreviewWords,
  cache: PreviewOptions['cache'],
): Promise<Uint8Array | undefined> {
  const key = hashBytes(JSON.stringify(['link picture', drawing, words]));
  const kept = cache?.load(key);
  if (kept === '') return undefined;
  if (typeof kept === 'string') return Buffer.from(kept, 'base64');
  const [{ drawPreview }, { openTitleFace }] = await Promise.all([
    import('./draw-preview.ts'),
    import('./title-face.ts'),
  ]);
  face ??= openTitleFace();
  const drawn = drawPreview(words, face);
  // A picture that cannot be drawn is kept as empty text.
  cache?.save(key, drawn === undefined ? '' : Buffer.from(drawn).toString('base64'));
  return drawn;
}

/** One for all blogs of a process: it is a file of the package. */
let face: ReturnType<typeof import('./title-face.ts').openTitleFace> | undefined;
