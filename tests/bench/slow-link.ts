import { createServer, connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Link {
  /** Bits a second, shared by all connections in the direction to the browser. */
  readonly bits: number;
  /** There and back, milliseconds. */
  readonly roundTrip: number;
}

const sliceBytes = 8 * 1024;

/** A TCP relay in front of a server on this machine that behaves like a slow line: one bandwidth for all, a delay each way. */
export async function startSlowLink(port: number, link: Link): Promise<{ port: number; close(): void }> {
  let free = 0;
  const server = createServer((browser) => {
    const site = connect(port, '127.0.0.1');
    let sent = Promise.resolve();
    const drop = (): void => {
      browser.destroy();
      site.destroy();
    };
    browser.on('error', drop).on('close', drop);
    site.on('error', drop);
    browser.on('data', (bytes) => setTimeout(() => site.write(bytes), link.roundTrip / 2));
    site.on('data', (bytes) => {
      for (let at = 0; at < bytes.length; at += sliceBytes) {
        const slice = bytes.subarray(at, at + sliceBytes);
        free = Math.max(free, performance.now()) + (slice.length * 8000) / link.bits;
        const due = free + link.roundTrip / 2;
        // One after the other: timers of different lengths may overtake each other.
        sent = sent
          .then(() => wait(Math.max(0, due - performance.now())))
          .then(() => void browser.write(slice));
      }
    });
    site.on('end', () => void sent.then(() => browser.end()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
