import { expect, it } from 'vitest';
import { SerialQueue } from '../../src/engine/serial-queue';
import { deferred, settle } from './doubles';

const task = (log: string[], name: string, until?: Promise<void>) => async () => {
  log.push(`${name} starts`);
  await until;
  log.push(`${name} ends`);
};

it('runs one task at a time', async () => {
  const queue = new SerialQueue();
  const log: string[] = [];
  const gate = deferred();
  const first = queue.run(task(log, 'a', gate.promise), () => 0);
  const second = queue.run(task(log, 'b'), () => 0);
  await settle();
  expect(log).toEqual(['a starts']);
  gate.resolve();
  await Promise.all([first, second]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

it('runs the most urgent of the waiting tasks next, equal ones in order', async () => {
  const queue = new SerialQueue();
  const log: string[] = [];
  const gate = deferred();
  const all = [
    queue.run(task(log, 'running', gate.promise), () => 0),
    queue.run(task(log, 'background'), () => 0),
    queue.run(task(log, 'visible 1'), () => 1),
    queue.run(task(log, 'visible 2'), () => 1),
  ];
  gate.resolve();
  await Promise.all(all);
  expect(log.filter((line) => line.endsWith('starts'))).toEqual([
    'running starts',
    'visible 1 starts',
    'visible 2 starts',
    'background starts',
  ]);
});

it('asks for the priority when a turn comes free', async () => {
  const queue = new SerialQueue();
  const log: string[] = [];
  const gate = deferred();
  let late = 0;
  const all = [
    queue.run(task(log, 'running', gate.promise), () => 0),
    queue.run(task(log, 'one'), () => 1),
    queue.run(task(log, 'raised'), () => late),
  ];
  late = 2;
  gate.resolve();
  await Promise.all(all);
  expect(log.indexOf('raised starts')).toBeLessThan(log.indexOf('one starts'));
});

it('never starts a task whose signal fired while it waited', async () => {
  const queue = new SerialQueue();
  const log: string[] = [];
  const gate = deferred();
  const controller = new AbortController();
  const running = queue.run(task(log, 'running', gate.promise), () => 0);
  const waiting = queue.run(task(log, 'waiting'), () => 0, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  gate.resolve();
  await running;
  await queue.run(task(log, 'after'), () => 0);
  expect(log).not.toContain('waiting starts');
  expect(log).toContain('after ends');
});

it('goes on after a task that failed, even one that throws at once', async () => {
  const queue = new SerialQueue();
  await expect(
    queue.run(
      () => Promise.reject(new Error('late')),
      () => 0,
    ),
  ).rejects.toThrow('late');
  const broken = queue.run(
    () => {
      throw new Error('at once');
    },
    () => 0,
  );
  await expect(broken).rejects.toThrow('at once');
  await expect(
    queue.run(
      async () => 7,
      () => 0,
    ),
  ).resolves.toBe(7);
});
