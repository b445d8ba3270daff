import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Duplex } from 'node:stream';

import { createLine, splitChunk } from './line.ts';
import type { Line, LineSpeed } from './line.ts';

/** A door to a server that is as far away and as slow as its line. */
export interface Relay {
  readonly port: number;
  /** Milliseconds since a byte last passed. */
  silentMs(): number;
  /** Ends all connections, so that the next visit begins with none. */
  disconnect(): void;
  close(): void;
}

/** Bytes of a packet on most lines. */
const packetBytes = 1460;

/**
 * Opens a port behind which `serve` answers. Connections have the line's speed together; each byte comes half a round trip
 * late, and the first of a connection a whole one more, as TCP's handshake takes it. Between server and relay lie no
 * buffers of the system: what the server sends first goes first, and a server that sends faster waits.
 */
export async function openRelay(
  speed: LineSpeed,
  serve: (connection: Duplex) => void,
): Promise<Relay> {
  const down = createLine(speed.downBytesPerSecond, speed.roundTripMs / 2);
  const up = createLine(speed.upBytesPerSecond, speed.roundTripMs / 2);
  const sockets = new Set<Socket>();
  let lastByteMs = performance.now();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', () => (lastByteMs = performance.now()));
    serve(
      connect(socket, {
        up,
        down,
        roundTripMs: speed.roundTripMs,
        note: () => (lastByteMs = performance.now()),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const disconnect = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    silentMs: () => performance.now() - lastByteMs,
    disconnect,
    close() {
      disconnect();
      server.close();
    },
  };
}

interface Ways {
  readonly up: Line;
  readonly down: Line;
  readonly roundTripMs: number;
  /** Called for each packet that reaches the reader. */
  readonly note: () => void;
}

/** The server's end of `socket`. */
function connect(socket: Socket, { up, down, roundTripMs, note }: Ways): Duplex {
  const openAtMs = performance.now() + roundTripMs;
  const arriveDown = createQueue((packet) => {
    note();
    if (!socket.destroyed) socket.write(packet);
  });
  const arriveUp = createQueue((packet) => void end.push(packet));
  const end = new Duplex({
    read() {},
    write(chunk: Buffer, _, done) {
      let freeAtMs = 0;
      for (const packet of splitChunk(chunk, packetBytes)) {
        const { leavesAtMs, arrivesAtMs } = down.send(packet.length, performance.now());
        arriveDown(packet, arrivesAtMs);
        freeAtMs = leavesAtMs;
      }
      setTimeout(done, Math.max(0, freeAtMs - performance.now()));
    },
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    for (const packet of splitChunk(chunk, packetBytes)) {
      const { arrivesAtMs } = up.send(packet.length, Math.max(openAtMs, performance.now()));
      arriveUp(packet, arrivesAtMs);
    }
  });
  // Connections that a browser or the end of a visit breaks off are no faults.
  end.on('error', () => {});
  socket.on('error', () => {});
  socket.on('close', () => end.destroy());
  return end;
}

/** Hands packets over at their moment, in the order they were put in. */
function createQueue(deliver: (packet: Buffer) => void): (packet: Buffer, atMs: number) => void {
  const waiting: { readonly packet: Buffer; readonly atMs: number }[] = [];
  const pump = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const restMs = next.atMs - performance.now();
      if (restMs > 0.5) {
        setTimeout(pump, restMs);
        return;
      }
      waiting.shift();
      deliver(next.packet);
    }
  };
  return (packet, atMs) => {
    waiting.push({ packet, atMs });
    if (waiting.length === 1) pump();
  };
}
