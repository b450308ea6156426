import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));
export const administratorPassword = 'Qinghe-2024-test';

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** A process under test: what it printed, how to wait for a line, how to end it. */
export class Program {
  printed = '';
  readonly ended: Promise<number | null>;
  private readonly listeners = new Set<() => void>();

  constructor(readonly process: ChildProcess) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.printed += text;
        for (const listener of this.listeners) listener();
      });
    }
    this.ended = new Promise((resolve) =>
      process.once('exit', (code) => {
        resolve(code);
        for (const listener of this.listeners) listener();
      }),
    );
  }

  /** Resolves with the first match in what is printed; rejects when the process ends before that. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(this.printed);
        const isOver = this.process.exitCode !== null || this.process.signalCode !== null;
        if (!match && !isOver) return;
        this.listeners.delete(look);
        if (match) resolve(match);
        else reject(new Error(`ended without ${pattern}:\n${this.printed.slice(-4000)}`));
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill(signal);
    return this.ended;
  }
}

/** Starts a command of the project; nothing of this process's own settings reaches it but the path and the home folder. */
export function start(command: string, words: readonly string[], settings: Record<string, string>): Program {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = process.env;
  return new Program(spawn(command, words, { cwd: top, env: { PATH, HOME, LANG, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** A folder of its own below the system's temporary folder, and how to remove it. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `mingshu-${name}-`));
  // A database run as another user must be able to pass through.
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Asks again until `answer` is given. It waits for events of another program, so it has no end of its own: the test's time limit is its end. */
export async function until<Answer>(ask: () => Promise<Answer | undefined | false>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
