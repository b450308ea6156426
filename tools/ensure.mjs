// Brings a fresh clone to the point where its programs can run: installs what the lock file names and, with --build, builds.
// Both steps are skipped when nothing they depend on has changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const installStamp = join(top, 'node_modules', '.mingshu-install');

function run(command, words, what) {
  console.log(what);
  execFileSync(command, words, {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
}

function ensureInstalled() {
  const lock = readFileSync(join(top, 'package-lock.json'));
  const wanted = `${createHash('sha256').update(lock).digest('hex')} node-${process.versions.node.split('.')[0]}`;
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], '正在安装依赖（首次约一分钟）… Installing dependencies');
  writeFileSync(installStamp, wanted);
}

function ensureBuilt() {
  run('npx', ['nx', 'run-many', '-t', 'build', '--output-style=stream-without-prefixes'], '正在构建… Building what has changed');
}

ensureInstalled();
if (process.argv.includes('--build')) ensureBuilt();
