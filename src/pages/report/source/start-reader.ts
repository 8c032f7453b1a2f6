/** A worker that reads one file. Its script, and the reader in it, is loaded only now. */
export const startReader = (): Worker =>
  new Worker(new URL('./copy-worker.ts', import.meta.url), { type: 'module', name: 'reader' });
