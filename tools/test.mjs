// `npm test`: every ring in turn, on a fresh machine too. `node tools/test.mjs check|db|api|browser` runs one of them.
// Ends with one line `N passed, N failed, N skipped`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { needChromium, needRedis } from './test-needs.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
const outcome = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command to its end, shows what it prints and returns it. */
function run(command, words, { cwd = top, more = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
        process.stdout.write(text);
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

/** One command that either holds or does not: lint, types, format. */
async function rule(name, command, words, forbidden) {
  console.log(`\n── ${name}`);
  const { code, printed } = await run(command, words);
  const isSkipped = forbidden?.test(printed) ?? false;
  if (isSkipped) console.error(`${name}: a rule reports that it was skipped, which counts as a failure`);
  outcome[code === 0 && !isSkipped ? 'passed' : 'failed'] += 1;
}

/** One run of a test runner; counts what its closing lines say, Vitest's and Playwright's. */
async function tests(name, command, words, options) {
  console.log(`\n── ${name}`);
  const { code, printed } = await run(command, words, options);
  // eslint-disable-next-line no-control-regex
  const lines = printed.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n');
  const closing = lines.filter(
    (line) => /^\s*Tests\s+\d/.test(line) || /^\s*\d+ (passed|failed|skipped|flaky|did not run)( \(.*\))?\s*$/.test(line),
  );
  const count = (word) =>
    closing.flatMap((line) => [...line.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))]).reduce((sum, [, number]) => sum + Number(number), 0);
  outcome.passed += count('passed');
  outcome.skipped += count('skipped') + count('did not run');
  outcome.failed += count('failed');
  if (code !== 0 && count('failed') === 0) outcome.failed += 1;
}

async function check() {
  await rule('format', 'npx', ['prettier', '--check', '--log-level=warn', '.']);
  await rule('lint and boundaries', 'npx', ['nx', 'run-many', '-t', 'lint', '--output-style=stream'], /will be skipped/i);
  await rule('types', 'npx', ['nx', 'run-many', '-t', 'typecheck', '--output-style=stream']);
  await tests('unit ring', 'npx', ['nx', 'run-many', '-t', 'test', '--output-style=stream-without-prefixes']);
}

const db = () => tests('database ring', 'npm', ['run', '-s', 'test:db', '-w', '@mingshu/server']);

async function api() {
  await tests('api ring on PostgreSQL', 'npm', ['run', '-s', 'test:api', '-w', '@mingshu/test']);
  const redisServer = needRedis();
  if (redisServer)
    await tests('api ring on Redis', 'npm', ['run', '-s', 'test:api', '-w', '@mingshu/test'], { more: { TEST_REDIS_SERVER: redisServer } });
  else outcome.skipped += 1;
}

async function browser() {
  const chromium = needChromium();
  if (chromium)
    await tests('browser ring', 'npm', ['run', '-s', 'test:browser', '-w', '@mingshu/test'], { more: { CHROMIUM_PATH: chromium } });
  else outcome.skipped += 1;
}

const rings = { check, db, api, browser };
const asked = process.argv[2];
for (const ring of asked ? [rings[asked]] : Object.values(rings)) await ring();

if (process.env.CI === 'true' && outcome.skipped > 0) {
  console.error(`${outcome.skipped} skipped, which CI does not allow`);
  outcome.failed += outcome.skipped;
}
console.log(`\n${outcome.passed} passed, ${outcome.failed} failed${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}`);
process.exitCode = outcome.failed === 0 && outcome.passed > 0 ? 0 : 1;
