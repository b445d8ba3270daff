/** A line as a reader has it. */
export interface LineSpeed {
  /** Milliseconds there and back. */
  readonly roundTripMs: number;
  readonly downBytesPerSecond: number;
  readonly upBytesPerSecond: number;
}

/** One direction of a line, shared by all connections. */
export interface Line {
  /**
   * Puts `sizeBytes` behind all that was sent before.
   *
   * @returns the moments at which the last byte has left, so that more can follow, and at which it arrives.
   */
  send(
    sizeBytes: number,
    nowMs: number,
  ): { readonly leavesAtMs: number; readonly arrivesAtMs: number };
}

/** A line that carries so many bytes a second, one after the other, and brings each late by `delayMs`. */
export function createLine(bytesPerSecond: number, delayMs: number): Line {
  let freeAtMs = 0;
  return {
    send(sizeBytes, nowMs) {
      const startMs = Math.max(freeAtMs, nowMs);
      freeAtMs = startMs + (sizeBytes / bytesPerSecond) * 1000;
      return { leavesAtMs: freeAtMs, arrivesAtMs: freeAtMs + delayMs };
    },
  };
}

/** `chunk` in pieces of at most `sizeBytes`, as packets carry it. */
export function* splitChunk(chunk: Buffer, sizeBytes: number): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += sizeBytes) {
    yield chunk.subarray(start, start + sizeBytes);
  }
}
