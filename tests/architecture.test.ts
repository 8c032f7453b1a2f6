import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  doors,
  forNode,
  formLabels,
  longFiles,
  mayImport,
  mayNameHosts,
  mentionsLabels,
  spellsLabels,
} from './architecture-rules';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const mostLines = { ts: 300, svelte: 200 } as const;

interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  /** First folder below src; '' for main.ts and App.svelte. */
  readonly room: string;
  readonly text: string;
  readonly script: string;
}

const short = (path: string): string => relative(root, path).split(sep).join('/');
const roomOf = (path: string): string => {
  const [, room = '', ...rest] = path.split('/');
  return rest.length > 0 ? room : '';
};

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) => {
    const path = short(join(entry.parentPath, entry.name));
    const text = readFileSync(join(root, path), 'utf8');
    const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
    return { path, room: roomOf(path), text, script: path.endsWith('.svelte') ? scripts.join('\n') : text };
  })
  .sort((a, b) => a.path.localeCompare(b.path));
const byPath = new Map(files.map((file) => [file.path, file]));

interface Import {
  readonly from: SourceFile;
  readonly name: string;
  /** Path of a file below src; null for packages and other assets. */
  readonly to: string | null;
}

function resolveImport(from: string, name: string): string | null {
  if (!name.startsWith('.')) return null;
  const path = short(resolve(root, dirname(from), name.replace(/\?.*$/, '')));
  const candidates = [path, `${path}.ts`, `${path}/index.ts`, `${path}.svelte`];
  return candidates.find((candidate) => byPath.has(candidate)) ?? null;
}

/** Static, dynamic and type imports, re-exports, and files named by `new URL(…, import.meta.url)`. */
function importsOf(from: SourceFile): readonly Import[] {
  const named = ts.preProcessFile(from.script, true, true).importedFiles.map((it) => it.fileName);
  const urls = [...from.script.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g)].map(
    (it) => it[1] ?? '',
  );
  return [...named, ...urls].map((name) => ({ from, name, to: resolveImport(from.path, name) }));
}

const imports = files.flatMap(importsOf);
const internal = imports.flatMap((it) => (it.to === null ? [] : [{ ...it, to: it.to }]));

/** The folder whose door an import goes through: the outermost one that holds the target and not the importer. */
function enteredFolder(from: string, to: string): string | null {
  const folders = to.split('/').slice(0, -1);
  const paths = folders.map((_, i) => folders.slice(0, i + 1).join('/'));
  return paths.find((path) => path !== 'src' && !from.startsWith(`${path}/`)) ?? null;
}

describe('rooms', () => {
  it('are the ones that were agreed', () => {
    const rooms = new Set(files.map(({ room }) => room));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  it('import one way', () => {
    const against = internal
      .map(({ from, to }) => ({ path: from.path, room: from.room, to, target: roomOf(to) }))
      .filter(({ room, target }) => room !== target && !mayImport[room]?.includes(target))
      .map(({ path, to }) => `${path} → ${to}`);
    expect(against).toEqual([]);
  });

  it('are tied in no circle', () => {
    const closed = (room: string, seen: readonly string[]): boolean =>
      seen.includes(room) || (mayImport[room] ?? []).some((next) => closed(next, [...seen, room]));
    expect(Object.keys(mayImport).filter((room) => closed(room, []))).toEqual([]);
  });

  it('are entered by their door only', () => {
    const exceptions = new Set(doors.map(({ file }) => file));
    const deep = internal.filter(({ from, to }) => {
      const folder = enteredFolder(from.path, to);
      if (folder === null || exceptions.has(to)) return false;
      const door = `${folder}/index.ts`;
      const isRoom = folder.split('/').length === 2;
      return (isRoom || byPath.has(door)) && to !== door;
    });
    expect(deep.map(({ from, to }) => `${from.path} → ${to}`)).toEqual([]);
  });

  it('load nothing of Node in the browser', () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { to } of internal.filter(({ from }) => from.path === path)) visit(to);
    };
    const rooms = Object.keys(mayImport).filter((room) => !forNode.includes(room));
    for (const room of rooms) {
      const entry = room === '' ? 'src/main.ts' : `src/${room}/index.ts`;
      if (byPath.has(entry)) visit(entry);
    }
    const ofNode = imports
      .filter(({ from, name }) => name.startsWith('node:') && reached.has(from.path))
      .map(({ from, name }) => `${from.path} → ${name}`);
    expect(ofNode).toEqual([]);
  });
});

/** Texts in a script: string literals and the fixed parts of templates. */
function textsOf({ path, script }: SourceFile): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true));
  return texts;
}

/** What a Svelte file shows by itself: its markup without scripts, styles and comments. */
const markupOf = ({ text }: SourceFile): string =>
  text.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '');

describe('form labels', () => {
  it('are spelled in src/forms only', () => {
    const spelled = files
      .filter(({ room }) => !spellsLabels.includes(room))
      .filter(({ path }) => !mentionsLabels.some(({ file }) => path.startsWith(file)))
      .filter(({ text }) => formLabels.some((label) => text.includes(label)))
      .flatMap((file) => {
        const texts = [...textsOf(file), ...(file.path.endsWith('.svelte') ? [markupOf(file)] : [])];
        return formLabels
          .filter((label) => texts.some((text) => text.includes(label)))
          .map((label) => `${file.path}: ${label}`);
      });
    expect(spelled).toEqual([]);
  });
});

describe('files', () => {
  it('are short enough to read in one go', () => {
    const exempt = new Set(longFiles.map(({ file }) => file));
    const long = files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > mostLines[path.endsWith('.svelte') ? 'svelte' : 'ts'])
      .filter(({ path }) => !exempt.has(path))
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it('name no other host', () => {
    const exempt = mayNameHosts.map(({ file }) => file);
    const texts = [
      ...files
        .filter(({ text }) => text.includes('://'))
        .map((file) => ({
          path: file.path,
          texts: file.path.endsWith('.svelte') ? [...textsOf(file), markupOf(file)] : textsOf(file),
        })),
      { path: 'index.html', texts: [readFileSync(join(root, 'index.html'), 'utf8')] },
    ];
    const named = texts
      .filter(({ path }) => !exempt.some((one) => path.startsWith(one)))
      .flatMap(({ path, texts: all }) =>
        all
          .flatMap((text) => text.match(/(?:https?|wss?):\/\/[^\s'"`)<]+/g) ?? [])
          .filter((url) => !url.startsWith('http://www.w3.org/'))
          .map((url) => `${path}: ${url}`),
      );
    expect(named).toEqual([]);
  });
});

describe('exceptions', () => {
  it('name files that are there', () => {
    const listed = [...doors, ...longFiles, ...mayNameHosts, ...mentionsLabels].map(({ file }) => file);
    expect(listed.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
