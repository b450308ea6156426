// What the tests need beyond npm: a browser, a Redis server and a font with Chinese glyphs. Each is looked for on the system, else installed
// where that goes without questions, else its part of the tests is skipped with a loud line. With CI=true nothing may be skipped.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isCi = process.env.CI === 'true';

const onPath = (...names) => names.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()).find(Boolean);

const chromium = () =>
  [process.env.CHROMIUM_PATH, onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge')].find(
    (path) => path && existsSync(path),
  );
const redis = () => onPath('redis-server', 'valkey-server');
const chineseFont = () => {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '' ? 'found' : process.platform === 'linux' ? undefined : 'system';
};

function install(...packages) {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall) return;
  console.log(`正在安装测试所需的软件包 Installing for the tests: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } catch (error) {
    console.error(String(error));
  }
}

function need(what, find, packages, part) {
  const found = find() ?? (install(...packages), find());
  if (found) return found;
  const line = `找不到 ${what}，${part} 无法运行。 ${what} not found: ${part} cannot run.`;
  if (isCi) throw new Error(line);
  console.error(`\n!!!!!!!!!!  跳过 SKIPPED  !!!!!!!!!!\n${line}\n`);
  return undefined;
}

/** Path of redis-server, `undefined` where the Redis half of the api ring has to be skipped. */
export const needRedis = () => need('redis-server', redis, ['redis-server'], 'api ring on Redis');

/** Path of a Chromium, `undefined` where the browser ring has to be skipped. */
export function needChromium() {
  const browser = need('Chromium', chromium, ['chromium'], 'browser ring');
  return browser && need('a Chinese font', chineseFont, ['fonts-noto-cjk', 'fontconfig'], 'browser ring') ? browser : undefined;
}
