import { expect, it } from 'vitest';
import { ByteLru } from '../../src/engine/byte-lru';

it('drops what was not used for longest', () => {
  const cache = new ByteLru<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C', 4);
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toBe('A');
  expect(cache.get('c')).toBe('C');
  expect(cache.bytes).toBe(8);
});

it('does not empty itself for a value larger than the whole cache', () => {
  const cache = new ByteLru<string>(10);
  cache.set('a', 'A', 4);
  cache.set('huge', 'H', 11);
  expect(cache.get('huge')).toBeUndefined();
  expect(cache.get('a')).toBe('A');
});

it('counts a replaced value once', () => {
  const cache = new ByteLru<string>(10);
  cache.set('a', 'A', 9);
  cache.set('a', 'B', 3);
  expect(cache.get('a')).toBe('B');
  expect(cache.bytes).toBe(3);
  cache.delete('a');
  cache.delete('a');
  expect(cache.bytes).toBe(0);
});
