import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Path of a Chromium for tests and benchmarks: `CHROMIUM_PATH`, Playwright's cache, or the system's Chromium, Chrome or
 * Edge. Where there is none it installs one and says so. Throws with what to do when that fails.
 */
export function chromiumPath(say: (line: string) => void = (line) => console.error(line)): string {
  const found = findChromium();
  if (found !== null) {
    say(`Chromium: ${found}`);
    return found;
  }
  return installChromium(say);
}

function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names a file that does not exist: ${given}`);
  }
  return [...playwrightCandidates(), ...systemCandidates()].find((path) => existsSync(path)) ?? null;
}

/** Newest first; folders are named `chromium-<build>`. */
function playwrightCandidates(): string[] {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    linux: join(homedir(), '.cache', 'ms-playwright'),
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright'),
  };
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? caches[process.platform];
  if (cache === undefined || !existsSync(cache)) return [];
  const binaries = [
    join('chrome-linux', 'chrome'),
    join('chrome-linux64', 'chrome'),
    join('chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join('chrome-mac-arm64', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join('chrome-win', 'chrome.exe'),
    join('chrome-win64', 'chrome.exe'),
  ];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => binaries.map((binary) => join(cache, name, binary)));
}

function systemCandidates(): string[] {
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
      [
        ['Google', 'Chrome', 'Application', 'chrome.exe'],
        ['Chromium', 'Application', 'chrome.exe'],
        ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ].map((parts) => join(process.env[variable] ?? '', ...parts)),
    );
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function installChromium(say: (line: string) => void): string {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version')) {
    say('No Chromium found: installing it with apt-get (this machine is Debian and the user is root).');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  if (findChromium() === null) {
    say('No Chromium found: installing one with "npx playwright-core install chromium".');
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  const installed = findChromium();
  if (installed === null)
    throw new Error(
      'No Chromium found and none could be installed. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to ' +
        'the program. 没有找到 Chromium，也无法自动安装：请安装 Chromium、Chrome 或 Edge，或用环境变量 CHROMIUM_PATH 指明程序路径。',
    );
  say(`Chromium: ${installed}`);
  return installed;
}

function run(command: string, args: readonly string[]): void {
  // Whether it worked shows in what is found afterwards.
  spawnSync(command, [...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
