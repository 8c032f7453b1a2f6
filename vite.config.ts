import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const dataFolder = join(root, 'data');
const datasetIndex = join(dataFolder, 'datasets.json');

/** Ids of the datasets that the site offers; none before the first dataset is built. */
function datasetIds(): readonly string[] {
  if (!existsSync(datasetIndex)) return [];
  const index = JSON.parse(readFileSync(datasetIndex, 'utf8')) as { datasets: readonly string[] };
  return index.datasets;
}

/** Sources, region tables and READMEs lie in the same folder; they are not part of the site. */
function isServed(path: string): boolean {
  if (basename(path).startsWith('README') || basename(path).startsWith('.')) return false;
  const [top = ''] = relative(dataFolder, path).split(sep);
  return top === 'datasets.json' || datasetIds().includes(top);
}

function sendFile(path: string, request: IncomingMessage, response: ServerResponse): void {
  const size = statSync(path).size;
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader(
    'Content-Type',
    path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
  );
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range === null) {
    response.setHeader('Content-Length', size);
    createReadStream(path).pipe(response);
    return;
  }
  const start = Number(range[1]);
  const end = range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1);
  if (start > end) {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  response.writeHead(206, {
    'Content-Range': `bytes ${start}-${end}/${size}`,
    'Content-Length': end - start + 1,
  });
  createReadStream(path, { start, end }).pipe(response);
}

/**
 * Serves `data/datasets.json` and the datasets it names while developing, and copies them beside the built page.
 * Vite's own `public` folder would take the sources along, and its static server answers ranges only in part.
 */
function datasets(): Plugin {
  let outDir = '';
  return {
    name: 'datasets',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (!path.startsWith('/data/')) return next();
        const file = resolve(root, path.slice(1));
        if (
          file.startsWith(dataFolder + sep) &&
          isServed(file) &&
          existsSync(file) &&
          statSync(file).isFile()
        )
          sendFile(file, request, response);
        else response.writeHead(404).end();
      });
    },
    async writeBundle(options) {
      // Worker bundles are written by builds of their own.
      if (options.dir === undefined || resolve(options.dir) !== outDir || !existsSync(datasetIndex)) return;
      await mkdir(join(outDir, 'data'), { recursive: true });
      for (const entry of ['datasets.json', ...datasetIds()])
        await cp(join(dataFolder, entry), join(outDir, 'data', entry), { recursive: true, filter: isServed });
    },
  };
}

/**
 * The policy in `index.html` is the one of the built page. Vite's development client needs inline styles, inline
 * scripts and a socket; none of them is in the build.
 */
function developmentPolicy(): Plugin {
  return {
    name: 'development-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html.replace(
        /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/,
        '<!-- no policy while developing -->',
      ),
  };
}

/** Sizes of the engine's files: a server that compresses does not tell the browser how many bytes will come out. */
function engineBytes(): Record<'eh' | 'mvp', number> {
  const require = createRequire(import.meta.url);
  const size = (build: string) =>
    statSync(require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${build}.wasm`)).size;
  return { eh: size('eh'), mvp: size('mvp') };
}

export default defineConfig({
  // Relative addresses: the site works from any folder of any host.
  base: './',
  plugins: [svelte({ configFile: false }), datasets(), developmentPolicy()],
  define: { __ENGINE_BYTES__: JSON.stringify(engineBytes()) },
  resolve: { dedupe: ['apache-arrow'] },
  optimizeDeps: {
    // Pre-bundling would take the worker scripts for libraries and rewrite them.
    exclude: ['@duckdb/duckdb-wasm'],
    include: ['apache-arrow'],
  },
  worker: { format: 'es' },
  publicDir: false,
  build: {
    target: 'es2022',
    // The policy allows no inline script or `data:` script, and the engine must not be fetched before it is asked for.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The engine's workers alone are 800 KB; they load after the first chart.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'arrow', test: /node_modules[\\/](apache-arrow|flatbuffers|tslib)[\\/]/, priority: 2 },
            { name: 'duckdb', test: /node_modules[\\/]@duckdb[\\/]/, priority: 2 },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'node_modules/**'],
          // Never a measure of speed: long enough for a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two cores are two workers: the default leaves one idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // The tests drive a real Chromium from Node.
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          // Each file has a Chromium of its own, which mostly waits.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
