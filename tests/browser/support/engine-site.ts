import { join } from 'node:path';
import { build } from 'vite';

const repository = join(import.meta.dirname, '..', '..', '..');

/** Builds the page that is nothing but the engine, with the project's own configuration, into the folder. */
export async function buildEngineSite(folder: string): Promise<void> {
  await build({
    configFile: join(repository, 'vite.config.ts'),
    root: join(import.meta.dirname, 'engine-page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}
