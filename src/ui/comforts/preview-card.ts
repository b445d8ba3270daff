/** A preview beside its link. Built of elements: what it shows of a note is a copy of nodes that were sanitized. */
import type { PostCard } from '../../content/model/post.ts';
import type { AppServices } from '../frame/app-context.ts';
import { readDirection } from '../../content/text/direction.ts';
import { formatDay } from '../words/format-day.ts';
import { minutesLong } from '../words/strings.ts';
import './PreviewCard.css';

/** What a link previews. */
export type Preview =
  | { readonly kind: 'note'; readonly note: HTMLElement }
  | { readonly kind: 'post'; readonly permalink: string };

/** Where a preview is put. */
export interface PreviewPlace {
  readonly app: AppServices;
  readonly link: HTMLAnchorElement;
  /** Of the pointer, in pixels of the window. */
  readonly x: number;
}

/** A preview on screen. */
export interface ShownPreview {
  readonly card: HTMLElement;
  readonly hide: () => void;
}

const id = 'link-preview';
/** Space between a preview and its line, and to the edges of the window. */
const gapPx = 6;
const edgePx = 8;

/** Puts a preview on the page; `undefined` where there is nothing to show. Rejects when the post does not come. */
export async function createPreview(
  preview: Preview,
  place: PreviewPlace,
): Promise<ShownPreview | undefined> {
  const content =
    preview.kind === 'note'
      ? copyNote(preview.note)
      : await describePost(preview.permalink, place.app);
  if (content === undefined) return undefined;
  const card = document.createElement('div');
  card.id = id;
  card.className = 'preview-card';
  card.setAttribute('role', 'tooltip');
  card.append(...content.nodes);
  if (content.language !== undefined) card.lang = content.language;
  const direction = readDirection(content.language);
  if (direction !== undefined) card.dir = direction;
  document.getElementById(id)?.remove();
  (document.querySelector('main') ?? document.body).append(card);
  placeCard(card, place);
  const { link } = place;
  link.setAttribute('aria-describedby', id);
  return {
    card,
    hide() {
      card.remove();
      link.removeAttribute('aria-describedby');
    },
  };
}

interface PreviewContent {
  readonly nodes: readonly Node[];
  readonly language: string | undefined;
}

/** What a note says, without the links back, and without anything that would load or play a second time. */
function copyNote(note: HTMLElement): PreviewContent | undefined {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('a[href^="#fnref-"], iframe, video, audio, button')) {
    part.remove();
  }
  for (const part of copy.querySelectorAll('[id]')) part.removeAttribute('id');
  for (const link of copy.querySelectorAll('a, [tabindex]')) link.setAttribute('tabindex', '-1');
  if (copy.textContent.trim() === '') return undefined;
  const box = document.createElement('div');
  box.className = 'prose';
  box.append(...copy.childNodes);
  return { nodes: [box], language: note.closest<HTMLElement>('article[lang]')?.lang };
}

/** Title, day, minutes and opening of a post. */
async function describePost(
  permalink: string,
  app: AppServices,
): Promise<PreviewContent | undefined> {
  const card = app.library.findCard(permalink) ?? (await app.library.loadPost(permalink))?.card;
  if (card === undefined) return undefined;
  const language = card.language ?? app.site.language;
  const facts = listFacts(card, app.site.language);
  const nodes = [
    createPart('b', card.title),
    ...(facts === '' ? [] : [createPart('small', facts)]),
    ...(card.summary === '' ? [] : [createPart('p', card.summary)]),
  ];
  return { nodes, language };
}

function listFacts({ day, minutes }: PostCard, language: string): string {
  const date = day === undefined ? '' : formatDay(day, language, 'long');
  return [date, minutesLong(minutes)].filter((fact) => fact !== '').join(' · ');
}

function createPart(name: string, text: string): HTMLElement {
  const part = document.createElement(name);
  part.dir = 'auto';
  part.textContent = text;
  return part;
}

/** Below the line of the link that is pointed at, or above it where there is no room; never over the link. */
function placeCard(card: HTMLElement, { link, x }: PreviewPlace): void {
  const lines = [...link.getClientRects()];
  const line =
    lines.find(({ left, right }) => left <= x && x <= right) ??
    lines[0] ??
    link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const isBelow = line.bottom + gapPx + height <= innerHeight || line.top < height + gapPx;
  const top = isBelow ? line.bottom + gapPx : line.top - gapPx - height;
  const furthest = document.documentElement.clientWidth - width - edgePx;
  const left = Math.max(edgePx, Math.min(line.left, furthest));
  card.style.setProperty('--preview-x', `${left}px`);
  card.style.setProperty('--preview-y', `${top}px`);
}
