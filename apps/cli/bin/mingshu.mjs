#!/usr/bin/env node
// Starts the built command; on a fresh clone it first installs and builds, saying so on standard error only, since standard output may be JSON.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/mingshu.js', import.meta.url);
const top = fileURLToPath(new URL('../../..', import.meta.url));
if (!existsSync(built) || !existsSync(new URL('../../../node_modules/.mingshu-install', import.meta.url))) {
  execFileSync(process.execPath, ['tools/ensure.mjs', '--build'], { cwd: top, stdio: ['ignore', 2, 2] });
}
const { run } = await import(built.href);
process.exitCode = await run(process.argv.slice(2), { folder: process.env.INIT_CWD ?? process.cwd() });
