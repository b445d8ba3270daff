import { readCount } from './ascending.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** A post as a shard shows it: a card without summary. */
export interface ShardCard {
  readonly id: number;
  readonly title: string;
  readonly permalink: string;
  readonly path: string;
  /** Empty for an undated post. */
  readonly day: string;
  readonly minutes: number;
  /** Empty when it is the site's. */
  readonly language: string;
  /** Numbers of its keywords, in the post's order. */
  readonly keywords: readonly number[];
}

/** A card as bytes. */
export function writeShardCard(bytes: ByteWriter, card: ShardCard): void {
  bytes.writeNumber(card.id);
  bytes.writeText(card.title);
  bytes.writeText(card.permalink);
  bytes.writeText(card.path);
  bytes.writeText(card.day);
  bytes.writeNumber(card.minutes);
  bytes.writeText(card.language);
  bytes.writeNumber(card.keywords.length);
  for (const keyword of card.keywords) bytes.writeNumber(keyword);
}

/** The inverse of {@link writeShardCard}. */
export function readShardCard(reader: ByteReader): ShardCard {
  return {
    id: reader.readNumber(),
    title: reader.readText(),
    permalink: reader.readText(),
    path: reader.readText(),
    day: reader.readText(),
    minutes: reader.readNumber(),
    language: reader.readText(),
    keywords: Array.from({ length: readCount(reader) }, () => reader.readNumber()),
  };
}
