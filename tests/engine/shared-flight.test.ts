import { expect, it } from 'vitest';
import { SharedFlight } from '../../src/engine/shared-flight';
import { deferred } from './doubles';

function flight() {
  const work = deferred<number>();
  let cancelled = false;
  const shared = new SharedFlight<number>((signal) => {
    signal.addEventListener('abort', () => {
      cancelled = true;
      work.reject(signal.reason);
    });
    return work.promise;
  });
  return { work, shared, wasCancelled: () => cancelled };
}

it('gives all callers the one result', async () => {
  const { work, shared } = flight();
  const answers = Promise.all([shared.join(), shared.join(new AbortController().signal)]);
  work.resolve(7);
  await expect(answers).resolves.toEqual([7, 7]);
});

it('lets one caller go and flies on for the others', async () => {
  const { work, shared, wasCancelled } = flight();
  const leaver = new AbortController();
  const left = shared.join(leaver.signal);
  const stayed = shared.join();
  leaver.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  expect(wasCancelled()).toBe(false);
  work.resolve(7);
  await expect(stayed).resolves.toBe(7);
});

it('is cancelled when the last caller has gone', async () => {
  const { shared, wasCancelled } = flight();
  const [one, two] = [new AbortController(), new AbortController()];
  const joined = [shared.join(one.signal), shared.join(two.signal)];
  one.abort();
  expect(shared.cancelled).toBe(false);
  two.abort();
  await Promise.allSettled(joined);
  expect(shared.cancelled).toBe(true);
  expect(wasCancelled()).toBe(true);
});

it('turns away a caller that had given up before it came', async () => {
  const { work, shared } = flight();
  const stayed = shared.join();
  await expect(shared.join(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(shared.cancelled).toBe(false);
  work.resolve(7);
  await expect(stayed).resolves.toBe(7);
});

it('does not cancel what has already landed', async () => {
  const { work, shared, wasCancelled } = flight();
  const controller = new AbortController();
  const joined = shared.join(controller.signal);
  work.resolve(7);
  await joined;
  controller.abort();
  expect(wasCancelled()).toBe(false);
});

it('fails for all callers with the same error', async () => {
  const { work, shared } = flight();
  const answers = Promise.allSettled([shared.join(), shared.join()]);
  work.reject(new Error('no'));
  for (const answer of await answers) expect(answer).toMatchObject({ status: 'rejected' });
});
