import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { Answer, ReadingAnswer, ReadingRequest } from './messages';

export interface ChildSettings {
  /** The built file a child runs: one call of `serveReadings`. */
  readonly childEntry: string;
  /** Longest time for one document, or for one page where the child tells of pages; in milliseconds. */
  readonly timeLimit: number;
  /** Most memory of a child, in bytes of resident set. */
  readonly memoryLimit: number;
  /** Whether it leaves the processor to everybody else. */
  readonly isPatient?: boolean;
}

export type EndReason = 'time_limit' | 'memory_limit' | 'crashed';

const documentsPerChild = 500;
/** The heap is bounded. Every processor has a child of its own, so none collects with several threads: that takes a third more of their time. */
const heap = ['--max-old-space-size=256', '--max-semi-space-size=32', '--single-threaded-gc'];
const pageSize = 4096;
/** How often the memory of a child at work is looked at, in milliseconds; its heap is bounded by itself besides. */
const lookEvery = 50;

/** Resident memory of another process in bytes; 0 where the system does not tell. */
async function residentMemory(pid: number): Promise<number> {
  try {
    return Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]) * pageSize;
  } catch {
    return 0;
  }
}

/** A process that opens documents and can be killed. */
export class Child {
  private readonly process: ChildProcess;
  private served = 0;
  private settle: ((answer: Answer | EndReason) => void) | undefined;
  private restartClock: (() => void) | undefined;

  constructor(private readonly settings: ChildSettings) {
    // A child inherits no settings: what it opens may not learn a password or an address.
    this.process = fork(settings.childEntry, [], {
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', MINGSHU_READING_CHILD: '1' },
      execArgv: heap,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    if (settings.isPatient) this.beLast();
    this.process.on('message', (message: ReadingAnswer) => {
      if ('page' in message) this.restartClock?.();
      else this.settle?.('answer' in message ? message.answer : 'crashed');
    });
    this.process.on('exit', () => this.settle?.('crashed'));
    this.process.on('error', () => this.settle?.('crashed'));
  }

  /** Lowers the priority where the system lets us. */
  private beLast(): void {
    try {
      if (this.process.pid) setPriority(this.process.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It works without.
    }
  }

  get isSpent(): boolean {
    return this.served >= documentsPerChild || this.isGone || this.process.signalCode !== null;
  }

  private get isGone(): boolean {
    return this.process.exitCode !== null || !this.process.connected;
  }

  /** One document. A child that exceeds a limit is killed at once; the reason is the answer. */
  async ask(request: ReadingRequest): Promise<Answer | EndReason> {
    this.served += 1;
    const end = (reason: EndReason) => {
      this.kill();
      this.settle?.(reason);
    };
    const clock = setTimeout(() => end('time_limit'), this.settings.timeLimit);
    this.restartClock = () => clock.refresh();
    const watch = setInterval(async () => {
      if (this.process.pid && (await residentMemory(this.process.pid)) > this.settings.memoryLimit) end('memory_limit');
    }, lookEvery);
    try {
      return await new Promise<Answer | EndReason>((resolve) => {
        this.settle = resolve;
        if (this.isGone) resolve('crashed');
        else this.process.send(request, (fault) => fault && resolve('crashed'));
      });
    } finally {
      this.settle = undefined;
      this.restartClock = undefined;
      clearTimeout(clock);
      clearInterval(watch);
    }
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }
}
