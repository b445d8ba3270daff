import { argument, attribute, html, inline, isOn } from '../base/call.ts';
import type { Call, Expansion, Part, Shortcode } from '../base/call.ts';
import { joinRows } from '../base/join-rows.ts';

const sourceKeys = ['src', 'path', 'url', 'image', 'image_path', 'file', 'link_src', 0] as const;

/** Pictures, sound and film. */
export const mediaShortcodes: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ['figure', showFigure],
  ['img', showImage],
  ['image', showImage],
  ['picture', showImage],
  ['resize_image', showImage],
  ['responsive_image', showImage],
  ['image_with_class', showImage],
  ['audio', (call) => showMedia(call, 'audio')],
  ['video', (call) => showMedia(call, 'video')],
]);

/** A figure if there is a caption and room, else the picture alone. */
function showImage(call: Call): Expansion | undefined {
  const hasCaption = call.hasBody || argument(call, 'caption', 'title', 'attr') !== undefined;
  if (hasCaption && call.isBlock) return showFigure(call);
  const image = formatImage(call);
  return image === undefined ? undefined : inline(image);
}

function showFigure(call: Call): Expansion | undefined {
  const image = formatImage(call);
  if (image === undefined) return undefined;
  if (!call.isBlock) return inline(image);
  const caption = formatCaption(call);
  const end: readonly Part[] =
    caption === '' && !call.hasBody
      ? [html(`<figure>\n${image}\n</figure>`)]
      : [
          html(`<figure>\n${image}\n<figcaption>`),
          { kind: 'markdown', markdown: caption },
          ...(call.hasBody ? [{ kind: 'body' } as const] : []),
          html('</figcaption>\n</figure>'),
        ];
  return { kind: 'block', parts: end };
}

/** Title, caption and attribution of a figure as Markdown, as Hugo's own `figure` puts them. */
function formatCaption(call: Call): string {
  const title = argument(call, 'title');
  const caption = argument(call, 'caption');
  const attribution = argument(call, 'attr');
  const address = argument(call, 'attrlink');
  const parts = [
    title === undefined ? '' : `**${title}**`,
    caption ?? '',
    attribution !== undefined && address !== undefined
      ? `[${attribution}](<${address.replace(/[<>]/g, '')}>)`
      : (attribution ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return joinRows(parts);
}

function formatImage(call: Call): string | undefined {
  const source = argument(call, ...sourceKeys);
  if (source === undefined) {
    call.report(`\`${call.name}\` names no picture.`, 'Give it `src="picture.png"`.');
    return undefined;
  }
  const image = `<img${attribute('src', findSource(call, source))} alt="${attribute('alt', alternative(call)).slice(6, -1)}"${attribute('width', readLength(argument(call, 'width')))}${attribute('height', readLength(argument(call, 'height')))}>`;
  const link = argument(call, 'link', 'href');
  return link === undefined ? image : `<a${attribute('href', link)}>${image}</a>`;
}

/** `alt`, or the last positional argument of `{% image "src" "class" "alt" %}`; else the caption or title. */
function alternative(call: Call): string {
  const last = call.args.positional.length > 1 ? call.args.positional.length - 1 : -1;
  const positional = call.dialect === 'liquid' || call.dialect === 'hugo' ? last : -1;
  return argument(call, 'alt', positional) ?? argument(call, 'caption', 'title') ?? '';
}

/** Eleventy's `assets/x.png` is meant from the root, other generators' from the post: what exists wins. */
function findSource(call: Call, source: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\.|#|@)/i.test(source)) return source;
  if (call.resolve(source) !== undefined) return source;
  return call.resolve(`/${source}`) === undefined ? source : `/${source}`;
}

/** A number of pixels or a percentage; other units say nothing to a reader's browser here. */
function readLength(written: string | undefined): string | undefined {
  return /^(\d{1,5}%?)(?:px|x)?$/.exec(written ?? '')?.[1];
}

function showMedia(call: Call, tag: 'audio' | 'video'): Expansion | undefined {
  const provider = argument(call, 'provider');
  const source = argument(call, 'src', 'url', 'file', 'mp4', 'webm', 'mp3', 'path', 0);
  if (source === undefined || provider !== undefined) {
    call.report(
      `\`${call.name}\` names no file.`,
      `Give it \`src="file"\`${provider === undefined ? '' : `, or use \`${provider}\``}.`,
    );
    return undefined;
  }
  const poster = tag === 'video' ? attribute('poster', argument(call, 'poster')) : '';
  const size = tag === 'video' ? attribute('width', readLength(argument(call, 'width'))) : '';
  const loop = isOn(call, 'loop') ? ' loop' : '';
  const player = `<${tag} controls${attribute('src', findSource(call, source))}${poster}${size}${loop}></${tag}>`;
  const caption = argument(call, 'caption', 'title');
  if (!call.isBlock || caption === undefined) return inline(player);
  return {
    kind: 'block',
    parts: [
      html(`<figure>\n${player}\n<figcaption>`),
      { kind: 'markdown', markdown: joinRows(caption) },
      html('</figcaption>\n</figure>'),
    ],
  };
}
