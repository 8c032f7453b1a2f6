import { describe, expect, it } from 'vitest';
import { Limiter } from '../../src/engine/limiter';
import { RangeBuffer, joinRanges } from '../../src/engine/range-buffer';
import { FakeHost, remote } from './fake-host';

const kib = 1024;

function fileOf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let i = 0; i < size; i += 1) bytes[i] = (i * 31) % 251;
  bytes.write('PAR1');
  return bytes;
}

function setUp(size = 1 << 20, served = fileOf(size)) {
  const bytes = fileOf(size);
  const host = new FakeHost(new Map([['f', served]]));
  const progress = { received: 0, expected: 0 };
  const controller = new AbortController();
  const buffer = new RangeBuffer(
    remote('f', bytes),
    {
      fetch: host.fetch,
      limiter: new Limiter(6),
      signal: controller.signal,
      onBytes: (received, expected) => {
        progress.received += received;
        progress.expected += expected;
      },
    },
    new Map(),
  );
  return { host, buffer, bytes, progress, controller };
}

describe('joining', () => {
  it.each([
    [
      'near ranges',
      [
        [0, 100],
        [200, 300],
      ],
      [[0, 300]],
    ],
    [
      'ranges in any order',
      [
        [200, 300],
        [0, 100],
      ],
      [[0, 300]],
    ],
    [
      'overlapping ranges',
      [
        [0, 100],
        [50, 60],
        [90, 120],
      ],
      [[0, 120]],
    ],
    [
      'no distant ranges',
      [
        [0, 100],
        [100_000, 100_010],
      ],
      [
        [0, 100],
        [100_000, 100_010],
      ],
    ],
    [
      'no runs without end',
      [
        [0, 4 << 20],
        [4 << 20, 8 << 20],
      ],
      [
        [0, 4 << 20],
        [4 << 20, 8 << 20],
      ],
    ],
    ['nothing', [], []],
  ])('%s', (_, ranges, expected) => {
    expect(joinRanges(ranges.map(([start = 0, end = 0]) => ({ start, end })))).toEqual(expected);
  });
});

it('returns the bytes asked for, by one request for near ranges', async () => {
  const { host, buffer, bytes, progress } = setUp();
  const slices = await Promise.all([buffer.slice(10 * kib, 11 * kib), buffer.slice(12 * kib, 20 * kib)]);
  expect(Buffer.from(slices[0])).toEqual(bytes.subarray(10 * kib, 11 * kib));
  expect(Buffer.from(slices[1])).toEqual(bytes.subarray(12 * kib, 20 * kib));
  expect(host.ranges).toEqual([`${10 * kib}-${20 * kib - 1}`]);
  expect(progress).toEqual({ received: 10 * kib, expected: 10 * kib });
});

it('does not fetch twice what it has', async () => {
  const { host, buffer } = setUp();
  await buffer.slice(0, 1000);
  await Promise.all([buffer.slice(100, 200), buffer.slice(0, 1000)]);
  expect(host.ranges).toHaveLength(1);
});

it('keeps to six requests at a time', async () => {
  const { host, buffer } = setUp(8 << 20);
  await Promise.all(Array.from({ length: 20 }, (_, i) => buffer.slice(i * 400_000, i * 400_000 + 10)));
  expect(host.ranges).toHaveLength(20);
  expect(host.peak).toBe(6);
});

it('takes the whole file from a server without ranges, once, and counts it honestly', async () => {
  const { host, buffer, bytes, progress } = setUp();
  host.knowsRanges = false;
  const slices = await Promise.all([buffer.slice(10, 20), buffer.slice(900_000, 900_010)]);
  expect(Buffer.from(slices[0])).toEqual(bytes.subarray(10, 20));
  expect(Buffer.from(slices[1])).toEqual(bytes.subarray(900_000, 900_010));
  await buffer.slice(500_000, 500_010);
  expect(host.ranges.length).toBeLessThanOrEqual(2);
  expect(progress.received).toBe(progress.expected);
});

it('checks the hash of a file that it has fetched whole', async () => {
  const altered = fileOf(1000);
  altered[500] = 1;
  const { buffer } = setUp(1000, altered);
  await expect(buffer.slice(0, 1000)).rejects.toMatchObject({ code: 'file_changed' });
});

it('stops when its reader gives up', async () => {
  const { buffer, controller } = setUp();
  const slice = buffer.slice(0, 10);
  controller.abort();
  await expect(slice).rejects.toMatchObject({ name: 'AbortError' });
});

describe('says what is wrong:', () => {
  it.each([
    ['file_missing', () => new Response('', { status: 404 })],
    ['file_refused', () => new Response('', { status: 503 })],
    ['file_refused', () => new Response('', { status: 403 })],
    ['file_truncated', () => new Response(null, { status: 416, headers: { 'Content-Range': 'bytes */10' } })],
    [
      'file_truncated',
      () => new Response('PAR1', { headers: { 'Content-Type': 'application/octet-stream' } }),
    ],
    [
      'file_truncated',
      () => new Response('abc', { status: 206, headers: { 'Content-Range': 'bytes 0-2/1048576' } }),
    ],
    [
      'file_truncated',
      () => new Response('abc', { status: 206, headers: { 'Content-Range': 'bytes 0-2/500' } }),
    ],
    [
      'file_changed',
      () => new Response('abc', { status: 206, headers: { 'Content-Range': 'bytes 0-2/2000000' } }),
    ],
    ['file_not_parquet', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
    [
      'file_not_parquet',
      () =>
        new Response('<!d', {
          status: 206,
          headers: { 'Content-Type': 'text/html', 'Content-Range': 'bytes 0-2/700' },
        }),
    ],
    ['network', () => Promise.reject<Response>(new TypeError('Failed to fetch'))],
    [
      'network',
      () =>
        new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('broken off')) }), {
          status: 206,
        }),
    ],
  ] as const)('%s', async (code, response) => {
    const { host, buffer } = setUp();
    host.override = response;
    await expect(buffer.slice(0, 10)).rejects.toMatchObject({ code, data: { file: 'f' } });
  });
});
